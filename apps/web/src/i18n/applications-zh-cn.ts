import type { applicationsEn } from './applications-en.ts';
import type { Words } from './translation.ts';

/** Simplified Chinese texts of the insurer's desk of applications. */
export const applicationsZhCn = {
  applications: {
    title: '投保申请',
    intro: '发现疑点的申请等待人工处理。系统不会因相似而拒绝：由您决定，并说明理由。',
    which: '查看哪些申请',
    states: { referred: '待处理', accepted: '已接受', declined: '已拒绝' },
    none: { referred: '没有待处理的申请。', accepted: '暂无。', declined: '暂无。' },
    more: '显示更多',
    made: '申请时间 {{at}}',
    cover: '保障“{{tier}}”，自 {{day}} 起',
    thisAnimal: '申请中的动物',
    knownAnimal: '您已知的动物',
    reasons: {
      'looks-like-known': '它与您已知的一只动物相似。两只不同的动物如此相似，大约每 {{number}} 次比较出现 1 次。',
      'same-file': '某个照片文件已保存在您已知的动物名下。',
      'same-photo': '某张照片是您已知动物照片的副本。',
      'same-microchip': '您已知的一只动物芯片号相同。',
      'photo-used-elsewhere': '某张照片保存在他人的宠物名下。',
      'photo-of-screen': '某张照片拍到的可能是屏幕。约每 20 张真实照片有 1 张会被误判。',
      'age-unproven': '年龄不确定，而价格或保障与年龄有关。',
    },
    decided: { accepted: '已接受：', declined: '已拒绝：' },
    why: '理由',
    whyHint: '申请人可以看到。',
    whyMissing: '请说明理由。',
    accept: '接受',
    decline: '拒绝',
    noMore: '按产品规则已无法承保：动物年龄已超限，或当天在售的是另一版本。请拒绝并说明。',
  },
} as const satisfies Words<typeof applicationsEn>;
