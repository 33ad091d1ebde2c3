import type { SandboxPayment } from '@snout/core/insurance';
import type { Context } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import type { ApiApp } from '../api-app.ts';
import { ProblemError } from '../problem-error.ts';

const CHOICES = ['pay', 'decline', 'decline-for-good', 'leave'] as const;
type Choice = (typeof CHOICES)[number];

/** The payer's side of the sandbox provider. */
export interface SandboxDesk {
  show(reference: string): Promise<SandboxPayment | null>;
  choose(reference: string, choice: Choice): Promise<boolean>;
}

/**
 * Where a payer would be at a provider's page: what becomes of the payment is chosen by a button. The reference, which nobody can guess, is the
 * permission, as it is at a provider. Only there while the sandbox takes payments.
 */
export function addSandboxPaymentRoutes(app: ApiApp, desk: SandboxDesk): void {
  const find = async (context: Context) => {
    const payment = await desk.show(context.req.param('reference') ?? '');
    if (payment === null) throw new ProblemError('not-found');
    return payment;
  };

  app.get('/sandbox-payments/:reference', async (context) => page(context, await find(context)));

  app.post('/sandbox-payments/:reference', async (context) => {
    const { reference, returnUrl } = await find(context);
    const choice = z.enum(CHOICES).safeParse((await context.req.parseBody())['choice']);
    if (!choice.success) return page(context, await find(context));
    await desk.choose(reference, choice.data);
    // Whoever was declined may try again here.
    return choice.data === 'decline' ? page(context, await find(context)) : context.redirect(returnUrl, 303);
  });
}

interface Words {
  readonly title: string;
  readonly explanation: string;
  readonly declined: string;
  readonly over: string;
  readonly back: string;
  readonly choices: Readonly<Record<Choice, string>>;
}

const WORDS: Readonly<Record<'en' | 'zh-CN', Words>> = {
  en: {
    title: 'Sandbox payment',
    explanation: 'This is a sandbox: no money moves. Choose what shall become of the payment.',
    declined: 'The card was declined. You may try again.',
    over: 'Nothing can be paid here any more.',
    back: 'Back',
    choices: { pay: 'Pay', decline: 'Be declined once', 'decline-for-good': 'Be declined for good', leave: 'Let it expire' },
  },
  'zh-CN': {
    title: '模拟支付',
    explanation: '这是模拟环境，不会产生真实扣款。请选择支付结果。',
    declined: '银行卡被拒，可以重试。',
    over: '此支付已结束，无法继续付款。',
    back: '返回',
    choices: { pay: '支付', decline: '拒付一次', 'decline-for-good': '最终拒付', leave: '让其过期' },
  },
};

function page(context: Context, { state, decline, description, amount, currency, returnUrl }: SandboxPayment) {
  const locale = /^\s*zh/i.test(context.req.header('accept-language') ?? '') ? 'zh-CN' : 'en';
  const words = WORDS[locale];
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount / 100);
  const buttons = CHOICES.map((choice) => html`<p><button name="choice" value="${choice}">${words.choices[choice]}</button></p>`);
  const declined = decline === null ? '' : html`<p role="status">${words.declined}</p>`;
  const open = html`<p>${words.explanation}</p>${declined}<form method="post">${buttons}</form>`;
  const body = state === 'open' ? open : html`<p role="status">${words.over}</p><p><a href="${returnUrl}">${words.back}</a></p>`;
  // The form leads to this address, and from there back to where the payer came from, which may be another origin.
  const policy = `default-src 'none'; form-action 'self' ${new URL(returnUrl).origin}; base-uri 'none'; frame-ancestors 'none'`;
  const text = html`<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${words.title}</title></head><body><main><h1>${words.title}</h1><p>${description}: <strong>${money}</strong></p>${body}</main></body></html>`;
  return context.html(text, 200, { 'content-security-policy': policy });
}
