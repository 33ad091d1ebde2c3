export {
  createSandboxPaymentProvider,
  SANDBOX_CHOICES,
  type SandboxChoice,
  type SandboxFault,
  type SandboxPaymentProvider,
  type SandboxSettings,
} from './sandbox-payment-provider.ts';
