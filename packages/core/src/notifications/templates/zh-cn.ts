import type { MailTemplates } from '../mail-words.ts';

const NOT_YOU = '如果不是您本人操作，请忽略此邮件。';

export const zhCn: MailTemplates = {
  signature: 'Snout：让每只宠物都有身份。',
  unsubscribe: '不再接收此类邮件：',
  kinds: {
    'verify-address': ({ link, validHours }) => ({
      subject: '请确认您的邮箱地址',
      paragraphs: ['欢迎使用 Snout。请确认这是您的邮箱地址。'],
      action: { label: '确认邮箱', link },
      notes: [`链接在 ${validHours} 小时内有效。`, NOT_YOU],
    }),
    'already-registered': ({ link }) => ({
      subject: '您已经有账号了',
      paragraphs: ['有人（可能是您本人）用此邮箱注册 Snout 账号。此邮箱已有账号：请直接登录，也可以在登录页索取登录链接或设置新密码。'],
      action: { label: '登录', link },
      notes: [`${NOT_YOU}我们不会告诉任何人您已有账号。`],
    }),
    'sign-in-link': ({ link, validMinutes }) => ({
      subject: '您的登录链接',
      paragraphs: ['请在您要登录的设备上打开此链接。'],
      action: { label: '登录', link },
      notes: [`链接只能使用一次，${validMinutes} 分钟内有效。请勿转发给他人。`, NOT_YOU],
    }),
    'reset-password': ({ link, validMinutes }) => ({
      subject: '设置新密码',
      paragraphs: ['我们收到了为您的账号设置新密码的请求。'],
      action: { label: '设置密码', link },
      notes: [`链接只能使用一次，${validMinutes} 分钟内有效。`, `${NOT_YOU}您的密码不会改变。`],
    }),
    invitation: ({ inviter, organisation, link, validDays }) => ({
      subject: `邀请您加入${organisation}`,
      paragraphs: [`${inviter}邀请您在 Snout 上加入${organisation}。`],
      action: { label: '查看邀请', link },
      notes: [`邀请在 ${validDays} 天内有效。`, '如果您不认识发件人，请忽略此邮件。'],
    }),
    'carer-invitation': ({ from, pet, link, validDays }) => ({
      subject: `一起照顾${pet}`,
      paragraphs: [`${from}邀请您一起照顾${pet}：您可以查看并补充它的档案、照片和记录。`],
      action: { label: '查看邀请', link },
      notes: [`邀请在 ${validDays} 天内有效。`, '如果您不认识这只宠物，请忽略此邮件。'],
    }),
    'found-pet': ({ pet, sure, message, contact, link }) => ({
      subject: sure ? `有人可能找到了${pet}` : `这是${pet}吗？有人发现了一只相像的动物`,
      paragraphs: [
        sure ? `有人拍到了一只动物，Snout 认为是${pet}。对方留言：` : `有人拍到了一只与${pet}相像的动物，Snout 尚不能确定。对方留言：`,
        { quote: message },
        contact === null ? '对方没有留下联系方式。' : `对方希望这样联系：${contact}`,
      ],
      action: { label: `打开${pet}的档案`, link },
      notes: [
        '我们不知道留言者是谁。对方不知道您是谁、住在哪里，也不知道宠物的名字。',
        '请先让对方再拍一张照片。切勿预先付款，也不要转告任何验证码。',
        '您可以在宠物的页面上关闭此类留言。',
      ],
    }),
    'transfer-offer': ({ from, pet, link, validDays }) => ({
      subject: `${pet}即将转到您名下`,
      paragraphs: [`${from}希望把${pet}连同照片和记录一起转给您。在您接受之前，一切保持不变。`],
      action: { label: '查看转让', link },
      notes: [`此转让在 ${validDays} 天内有效。`, '如果您不认识这只宠物，请忽略此邮件。'],
    }),
    'photo-reminder': ({ pet, why, link }) => ({
      subject: `该给${pet}拍新照片了`,
      paragraphs: [
        {
          young: `${pet}还在长大，面部也在变化。补拍几张照片，能让我们继续认出${pet}。`,
          grown: `${pet}的照片已经是一年前的了。补拍几张照片，能让我们继续认出${pet}。`,
          nose: `${pet}满六个月了：从现在起鼻纹不再变化。拍一张鼻子特写，会让档案更可靠。`,
        }[why],
      ],
      action: { label: '去拍照', link },
    }),
    'webhook-disabled': ({ url, why, link }) => ({
      subject: '一个 Webhook 已被停用',
      paragraphs: [`Snout 不再向 ${url} 发送事件。`, why === 'gone' ? '接收方返回了 410（已不存在）。' : '连续数天的发送全部失败。'],
      action: { label: '查看发送记录', link },
    }),
    'policy-application': ({ pet, insurer, outcome, premium, message, link }) => ({
      subject: {
        accepted: `${insurer}已承保${pet}`,
        referred: `${insurer}的工作人员正在查看${pet}的投保申请`,
        declined: `${insurer}未能承保${pet}`,
      }[outcome],
      paragraphs: [
        {
          accepted: `${insurer}已接受${pet}的投保申请。`,
          referred: `${pet}的投保申请正在等待${insurer}的工作人员处理。并没有拒绝；作出决定后会连同理由告知您。`,
          declined: `${insurer}的工作人员拒绝了${pet}的投保申请，理由如下：`,
        }[outcome],
        ...(message === null ? [] : [{ quote: message }]),
        ...(premium === null
          ? []
          : [
              `保单号 ${premium.number}。请在 ${premium.payableUntil} 之前支付 ${new Intl.NumberFormat('zh-CN', { style: 'currency', currency: premium.currency }).format(premium.amount / 100)}；按时付款后保障才会开始。`,
            ]),
      ],
      action: { label: '查看申请', link },
      notes: outcome === 'declined' ? [`如果您认为有误，请与${insurer}联系。`] : [],
    }),
    'erasure-done': ({ backupsUntil, organisation }) => ({
      subject: organisation === null ? '您的数据已删除' : `${organisation}已删除`,
      paragraphs: [
        organisation === null
          ? '应您的要求，您的账号、宠物及其照片均已删除。'
          : `应您的要求，${organisation}及其宠物和照片均已删除。您的账号保持不变。`,
        backupsUntil === null ? '没有任何备份保留这些数据。' : `可能含有这些数据的备份将在 ${backupsUntil} 之前删除。`,
      ],
      ...(organisation === null ? { notes: ['这是发往此地址的最后一封邮件。'] } : {}),
    }),
  },
};
