import type { Wording } from '../language/language';

const en = {
  signIn: 'Log in',
  login: 'User name',
  password: 'Password',
  wrong: 'The user name or the password is wrong.',
  wait: (seconds: number | null) =>
    seconds === null
      ? 'Too many tries. Wait a moment, then try again.'
      : `Too many tries. Try again in ${seconds} s.`,
  noLine: 'The server does not answer. Check the network, then try again.',
  failed: 'The server could not do this. Try again; tell whoever runs it if it stays so.',
  signOn: 'Log in with the sign-on of your organisation',
  or: 'or',
  noAccount: 'The sign-on knows you, but there is no account here under that name. Ask an administrator for one.',
  signOnFailed: 'The sign-on of your organisation was not completed. Try again.',
  signedOut: 'You were logged out. Log in to go on where you were.',
  mustChange: 'Choose your own password',
  mustChangeWhy: 'You came in with a one-time password. Choose your own before you go on.',
  present: 'One-time password',
  presentOwn: 'Present password',
  next: 'New password',
  nextAgain: 'New password, once more',
  notSame: 'The two new passwords differ.',
  rule: (least: number) => `At least ${least} characters; a sentence is good.`,
  tooShort: (least: number) => `The new password has fewer than ${least} characters.`,
  refused: 'The password was not changed: the present one is wrong, or the new one is too easy to guess.',
  change: 'Change password',
  changed: 'The password is changed.',
};

const zh: typeof en = {
  signIn: '登录',
  login: '用户名',
  password: '密码',
  wrong: '用户名或密码错误。',
  wait: (seconds) => (seconds === null ? '尝试次数过多，请稍候再试。' : `尝试次数过多，请在 ${seconds} 秒后再试。`),
  noLine: '服务器没有响应。请检查网络后再试。',
  failed: '服务器未能完成操作。请重试；若仍失败，请告知系统维护人员。',
  signOn: '使用本单位统一登录',
  or: '或',
  noAccount: '统一登录认识您，但此处没有对应的账户。请联系管理员开通。',
  signOnFailed: '统一登录未完成，请重试。',
  signedOut: '您已退出登录。重新登录后可从原处继续。',
  mustChange: '设置自己的密码',
  mustChangeWhy: '您使用一次性密码登录。请先设置自己的密码再继续。',
  present: '一次性密码',
  presentOwn: '当前密码',
  next: '新密码',
  nextAgain: '再次输入新密码',
  notSame: '两次输入的新密码不一致。',
  rule: (least) => `至少 ${least} 个字符，可以用一句话。`,
  tooShort: (least) => `新密码少于 ${least} 个字符。`,
  refused: '密码未更改：当前密码有误，或新密码过于简单。',
  change: '更改密码',
  changed: '密码已更改。',
};

export const WORDS: Wording<typeof en> = { en, zh };
