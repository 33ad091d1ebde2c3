import type { matchEn } from './match-en.ts';
import type { Words } from './translation.ts';

/** Simplified Chinese texts of the match view. */
export const matchZhCn = {
  match: {
    title: '毛色花纹的共同之处',
    looking: '正在对照照片……',
    show: '显示内容',
    lines: '连线',
    heat: '相符之处',
    explaining: '正在找出影响脸部得分的区域……需要几秒钟。',
    faceShort: '脸部',
    faceTitle: '脸部哪里相似',
    faceHeat: '蓝色区域使两张脸更相似，橙色区域相反；颜色最深处影响最大。',
    faceHeatLimits: '依次遮住每个区域后重新比较脸部。它显示 Snout 看了哪里，并不说明结果是否正确。',
    stored: '{{name}} 的照片',
    agreeing: '面部和毛色的 {{of}} 个标记中有 {{agreeing}} 个相符。',
    drawn: '其中 {{count}} 个用线连起。',
    says: {
      supports: '这支持它们是同一只动物。',
      doubts: '这让人怀疑它们是否是同一只动物。',
      silent: '这说明不了什么。',
    },
    fewMarks: '有一张照片的标记太少，无法判断：请靠近一些，拍一张更清晰的。',
    rare: {
      measured_dog: '两只不同的狗相符到这种程度，大约每 {{number}} 次比较中有 1 次。',
      measured_cat: '两只不同的猫相符到这种程度，大约每 {{number}} 次比较中有 1 次。',
      'at-most_dog': '两只不同的狗相符到这种程度，每 {{number}} 次比较中不到 1 次。',
      'at-most_cat': '两只不同的猫相符到这种程度，每 {{number}} 次比较中不到 1 次。',
      'at-least_dog': '两只不同的狗相符到这种程度，每 {{number}} 次比较中多于 1 次。',
      'at-least_cat': '两只不同的猫相符到这种程度，每 {{number}} 次比较中多于 1 次。',
    },
    measuredOn: '数据来自 {{animals}} 只动物，不同动物之间共比较 {{comparisons}} 次。',
    best: '在 {{count}} 张已存照片中，这一张相符最多；数字已考虑到这一点。',
    face: 'Snout 根据脸来判断。毛色花纹只能支持这个判断，或提出怀疑。',
    picture: '两个头部并排显示，您的在左边。{{words}}',
  },
} satisfies Words<typeof matchEn>;
