import type { MemberInvitationDto } from '@snout/contract';
import type { MemberInvitation } from '@snout/core/accounts';

export function memberInvitationDto(invitation: MemberInvitation): MemberInvitationDto {
  const { id, tenant, tenantName, email, role, inviterName, createdAt, expiresAt } = invitation;
  return { id, organisation: { id: tenant, name: tenantName }, email, role, inviter: inviterName, createdAt, expiresAt };
}
