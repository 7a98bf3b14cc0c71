import type { Wording } from './language/language';

const en = {
  worklist: 'Worklist',
  upload: 'Upload',
  people: 'Accounts',
  audit: 'Audit trail',
  settings: 'Settings',
  epidemic: 'Epidemic',
  signOut: 'Log out',
  pages: 'Pages',
  language: 'Language',
  toLight: 'Light theme',
  toDark: 'Dark theme',
  skip: 'Skip to content',
  notice: 'Research and education. Not a medical device.',
  study: 'Study',
  nowhere: 'There is no page at this address.',
  toWorklist: 'Go to the worklist',
  notYours: 'Your account has no part in this page. An administrator of your institution can change that.',
  loading: 'One moment …',
  broken: 'The page stopped working. Nothing that you saved is lost.',
  again: 'Load again',
};

const zh: typeof en = {
  worklist: '工作列表',
  upload: '上传影像',
  people: '账户',
  audit: '审计记录',
  settings: '设置',
  epidemic: '疫情通报',
  signOut: '退出登录',
  pages: '页面',
  language: '语言',
  toLight: '浅色主题',
  toDark: '深色主题',
  skip: '跳到正文',
  notice: '仅供科研与教学使用。非医疗器械。',
  study: '检查',
  nowhere: '该地址没有页面。',
  toWorklist: '前往工作列表',
  notYours: '您的账户无权使用此页面。本机构管理员可以更改。',
  loading: '请稍候……',
  broken: '页面停止工作。已保存的内容没有丢失。',
  again: '重新加载',
};

export const WORDS: Wording<typeof en> = { en, zh };
