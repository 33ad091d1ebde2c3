import * as routes from '@snout/contract/routes';
import { type Access, decideAccess, ROLES, type Role, type TenantId } from '@snout/core/accounts';

/** docs/permissions.md, made from the route definitions of packages/contract. */
export function permissionsDocument(): string {
  const rows = Object.values(routes)
    .sort((a, b) => (`${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1))
    .map((route) => {
      const access: Access = route['x-access'];
      const cells = [mark(access.kind === 'anyone'), ...ROLES.map((role) => mark(mayAs(access, role)))];
      const scope = access.kind === 'member' && access.scope !== null ? `\`${access.scope}\`` : access.kind === 'anyone' ? '●' : '';
      return `| ${route.operationId} | \`${route.method.toUpperCase()} ${route.path}\` | ${[...cells, scope, remark(access)].join(' | ')} |`;
    });
  return `# Who may call what

Generated from the \`x-access\` of the routes in \`packages/contract/src/routes/\` by \`npm run documents\`; tests keep it true and try every
cell on the running service.

A person has a role in each of their tenants: *owner* of the own, and what an organisation gave them. The tenant of a request is the one in
the path or in the header \`Snout-Tenant\`; without either, a request sees what all tenants have in which the role suffices, and what it makes
belongs to the person's own. Another tenant's things do not exist (404). Without a session or a key: 401. With too little a role: 403.

| operation | route | nobody | ${ROLES.join(' | ')} | scope of a key | |
|---|---|${'---|'.repeat(ROLES.length + 3)}
${rows.join('\n')}
`;
}

const mark = (allowed: boolean) => (allowed ? '●' : '');

function mayAs(access: Access, role: Role): boolean {
  const tenant = 'any' as TenantId;
  const memberships = [{ tenant, kind: 'shelter' as const, name: 'any', role }];
  const actor = { id: 'any', email: 'any', name: 'any', emailVerified: true, isOperator: false, sessionId: 'any', memberships };
  return decideAccess(access, { kind: 'user', ...actor }, tenant).kind === 'allowed';
}

function remark(access: Access): string {
  switch (access.kind) {
    case 'anyone':
      return '';
    case 'user':
      return 'what is the own';
    case 'operator':
      return 'the operator only';
    case 'member':
      return access.verified ? 'verified address' : '';
  }
}
