/** What Stripe's documentation says of the few calls that we make, over state that tests may look at and change. Versions of 2025 on. */

export interface FakeSession {
  readonly id: string;
  readonly key: string;
  readonly amount: number;
  readonly currency: string;
  status: 'open' | 'complete' | 'expired';
  payment: 'unpaid' | 'paid';
  intent: { readonly id: string; status: string; error: { readonly code: string } | null } | null;
}

export interface FakeRefund {
  readonly id: string;
  readonly intent: string;
  readonly amount: number;
  readonly metadata: Readonly<Record<string, string>>;
  status: 'succeeded' | 'pending' | 'failed';
}

export interface FakeAnswer {
  readonly status: number;
  readonly body: unknown;
}

export interface FakeRequest {
  readonly method: string;
  readonly path: string;
  readonly params: URLSearchParams;
}

export function createFakeStripe() {
  const sessions = new Map<string, FakeSession>();
  const refunds: FakeRefund[] = [];
  const state = { sessions, refunds, newRefunds: 'succeeded' as FakeRefund['status'], disputed: new Set<string>() };

  const createSession = (params: URLSearchParams): FakeAnswer => {
    const amount = Number(params.get('line_items[0][price_data][unit_amount]'));
    for (const needed of ['mode', 'success_url', 'line_items[0][quantity]', 'line_items[0][price_data][product_data][name]']) {
      if (!params.get(needed)) return invalid({ message: `Missing required param: ${needed}.`, param: needed });
    }
    // The least that a card can be charged: https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts
    if (!(amount >= 50)) return invalid({ code: 'amount_too_small', message: 'The Checkout Session total is too small.' });
    const id = `cs_test_${sessions.size + 1}a`;
    const currency = params.get('line_items[0][price_data][currency]') ?? '';
    const session: FakeSession = {
      id,
      key: params.get('client_reference_id') ?? '',
      amount,
      currency,
      status: 'open',
      payment: 'unpaid',
      intent: null,
    };
    sessions.set(id, session);
    return { status: 200, body: shownSession(session) };
  };

  const createRefund = (params: URLSearchParams): FakeAnswer => {
    const session = [...sessions.values()].find(({ intent }) => intent?.id === params.get('payment_intent'));
    const intent = session?.intent;
    if (session === undefined || !intent) return missing('payment_intent', String(params.get('payment_intent')));
    if (intent.status !== 'succeeded')
      return invalid({ message: `This PaymentIntent (${intent.id}) does not have a successful charge to refund.` });
    if (state.disputed.has(intent.id)) return invalid({ code: 'charge_disputed', message: 'The charge has been charged back.' });
    const left = session.amount - sum(refundsOf(intent.id));
    const amount = Number(params.get('amount') ?? left);
    if (left === 0) return invalid({ code: 'charge_already_refunded', message: 'Charge has already been refunded.' });
    // Stripe gives no code here.
    if (amount > left) return invalid({ message: 'Refund amount is greater than unrefunded amount on charge.', param: 'amount' });
    const metadata = Object.fromEntries(
      [...params].flatMap(
        ([name, value]) =>
          /^metadata\[(\w+)\]$/
            .exec(name)
            ?.slice(1, 2)
            .map((key) => [key, value]) ?? [],
      ),
    );
    const refund: FakeRefund = { id: `re_${refunds.length + 1}`, intent: intent.id, amount, metadata, status: state.newRefunds };
    refunds.push(refund);
    return { status: 200, body: shownRefund(refund) };
  };

  const refundsOf = (intent: string) => refunds.filter((refund) => refund.intent === intent);

  /** Newest first, a page at a time: https://docs.stripe.com/api/pagination. */
  const listRefunds = (params: URLSearchParams): FakeAnswer => {
    const all = refundsOf(params.get('payment_intent') ?? '').toReversed();
    const after = params.get('starting_after');
    const from = after === null ? 0 : all.findIndex(({ id }) => id === after) + 1;
    const to = from + Math.min(Number(params.get('limit') ?? 10), 100);
    return {
      status: 200,
      body: { object: 'list', url: '/v1/refunds', has_more: to < all.length, data: all.slice(from, to).map(shownRefund) },
    };
  };

  const answer = ({ method, path, params }: FakeRequest): FakeAnswer => {
    if (method === 'POST' && path === '/v1/checkout/sessions') return createSession(params);
    if (method === 'POST' && path === '/v1/refunds') return createRefund(params);
    if (method === 'GET' && path === '/v1/refunds') return listRefunds(params);
    const id = method === 'GET' ? /^\/v1\/checkout\/sessions\/(\w+)$/.exec(path)?.[1] : undefined;
    if (id === undefined) return invalid({ message: `Unrecognized request URL (${method}: ${path}).` }, 404);
    const session = sessions.get(id);
    return session ? { status: 200, body: shownSession(session, params.has('expand[0]')) } : missing('id', id);
  };
  return { ...state, state, answer };
}

/** Only refunds that were not refused count: Stripe gives the amount of a failed one back to the account. */
function sum(refunds: readonly FakeRefund[]): number {
  return refunds.reduce((total, { amount, status }) => (status === 'failed' ? total : total + amount), 0);
}

export function shownSession(
  { id, key, amount, currency, status, payment, intent }: FakeSession,
  isExpanded = false,
): Readonly<Record<string, unknown>> {
  const url = status === 'open' ? `https://checkout.stripe.com/c/pay/${id}` : null;
  const shown = intent && { id: intent.id, object: 'payment_intent', status: intent.status, last_payment_error: intent.error };
  const state = { status, payment_status: payment, payment_intent: isExpanded ? shown : (intent?.id ?? null) };
  return { id, object: 'checkout.session', amount_total: amount, currency, client_reference_id: key, url, ...state };
}

export function shownRefund({ id, intent, amount, metadata, status }: FakeRefund): Readonly<Record<string, unknown>> {
  const failed = status === 'failed' ? { failure_reason: 'expired_or_canceled_card' } : {};
  return { id, object: 'refund', payment_intent: intent, amount, metadata, status, ...failed };
}

function invalid(error: { readonly message: string; readonly code?: string; readonly param?: string }, status = 400): FakeAnswer {
  return { status, body: { error: { type: 'invalid_request_error', ...error } } };
}

function missing(param: string, id: string): FakeAnswer {
  return invalid({ code: 'resource_missing', message: `No such object: '${id}'`, param }, 404);
}
