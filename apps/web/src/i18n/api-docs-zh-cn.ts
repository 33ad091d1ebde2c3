import type { apiDocsEn } from './api-docs-en.ts';
import type { Words } from './translation.ts';

/** Simplified Chinese texts of the reference of the API. */
export const apiDocsZhCn = {
  apiDocs: {
    title: 'Snout 的 API',
    intro: '应用所做的一切都通过这个 HTTP 接口完成；其他程序也可以使用。各项说明为英文。',
    begin: '开始使用',
    beginText: '在“团队”的“密钥”中创建 API 密钥，并随每个请求发送。照片可作为表单中的文件发送，也可在 JSON 中给出 https 网址。',
    firstCall: '第一个请求',
    openApi: '此说明的文件（OpenAPI 3.1）',
    errors: '错误采用 problem details（RFC 9457）：程序查看 “code”，人阅读 “detail”。',
    again: '创建内容的请求可带 Idempotency-Key 并重复发送：只会执行一次。',
    find: '查找操作',
    found_other: '{{count}} 个操作',
    none: '没有符合的操作。请少输入一些。',
    loading: '正在加载……',
    who: '谁可以使用',
    access: {
      anyone: '任何人，无需登录。',
      user: '已登录的人。不接受 API 密钥。',
      roles: '具有以下角色的成员：{{roles}}。',
      scope: '权限包含 {{scope}} 的 API 密钥。',
      noKeys: '不接受 API 密钥。',
      verified: '邮箱须已验证。',
    },
    parameters: '参数',
    places: { path: '在路径中', query: '在查询中', header: '请求头', cookie: '为 Cookie' },
    body: '请求体：{{type}}',
    required: '必填',
    words: '可填其中之一：{{words}}',
    example: '例如：{{example}}',
    standard: '不填时为：{{value}}',
    limits: {
      minLength: '至少 {{count}} 个字符',
      maxLength: '最多 {{count}} 个字符',
      minItems: '至少 {{count}} 个',
      maxItems: '最多 {{count}} 个',
    },
    answers: '响应',
    fields: '响应的字段',
    sample: '响应示例',
    curl: '命令行示例',
    types: { list: '{{of}} 的列表', either: '{{one}} 或 {{other}}', file: '文件', map: '任意名称的对象' },
    copy: '复制',
    copied: '已复制',
  },
} as const satisfies Words<typeof apiDocsEn>;
