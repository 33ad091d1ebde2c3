/** Simplified Chinese texts of what surrounds the pages, and of the settings. */
export const frameZhCn = {
  navigation: {
    label: '栏目',
    pets: '宠物',
    newPet: '添加宠物',
    identify: '识别',
    organisations: '团队',
    settings: '设置',
    loading: '正在加载……',
    notFound: '没有这个页面',
    notFoundHint: '地址可能有误，或来自旧版本的 Snout。',
    toPets: '查看宠物',
    broken: '无法加载此页面。可能没有网络，或者 Snout 刚刚更新。请重新加载后重试。',
    reload: '重新加载',
  },
  settings: {
    title: '设置',
    intro: '您的账号，以及 Snout 在此浏览器中的外观。',
    scheme: '外观',
    schemes: { auto: '跟随设备', light: '浅色', dark: '深色' },
    install: '在此设备上安装 Snout',
    installHint: '之后它会像其他应用一样打开，没有浏览器的工具栏。',
    installYes: '安装',
    about: '关于此 Snout',
  },
} as const;
