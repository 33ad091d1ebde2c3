import { PROBLEM_CODES, PROBLEMS, problemType } from '@snout/contract';

/** docs/errors.md, made from the catalogue of packages/contract. */
export function errorsDocument(): string {
  const rows = PROBLEM_CODES.map((code) => {
    const { status, title, advice } = PROBLEMS[code];
    return `### ${code}\n\n${status} · ${title}. \`type\`: \`${problemType(code)}\`\n\n${advice}\n`;
  });
  return `# Errors of the HTTP API

Generated from \`packages/contract/src/problem-catalogue.ts\` by \`npm run documents --workspace apps/server\`; a test keeps it true.

Every error is a problem details object (RFC 9457, \`application/problem+json\`) with \`type\`, \`code\`, \`title\`, \`status\`, and where
it helps \`detail\`, \`requestId\` (also in the header \`X-Request-Id\` and in the log), \`errors\`, \`photos\` or \`pets\`. Programs look at
\`code\`; it never changes its meaning.

${rows.join('\n')}`;
}
