import type { Language } from '../language/language';
import type { Reading } from './reading';

type Pattern = NonNullable<Reading['covid19']>;

/** One decimal, two where one would show nothing. */
const percent = (value: number): string => `${value > 0 && value < 0.1 ? value.toFixed(2) : value.toFixed(1)} %`;
const cut = (value: number): string => (Number.isInteger(value) ? `${value} %` : percent(value));

/** What an English rule says is lacking (`lack.*` of the report's wording), and how that is in Chinese. */
const LACKING: readonly (readonly [string, string])[] = [
  ['involvement of both lungs', '双肺受累'],
  ['a mostly peripheral distribution', '以外周为主的分布'],
  ['opacity known to be ground-glass', '可确认的磨玻璃影（部分病变种类不明）'],
  ['lacks ground-glass', '磨玻璃影'],
  [', ground-glass', '磨玻璃影'],
];

/**
 * The rule of the estimate in the language of who reads it. The reading tells it in English; the
 * Chinese sentences are those of the report, with the same numbers.
 */
export const ruleIn = (language: Language, pattern: Pattern): string => {
  const { inputs = {}, thresholds = {} } = pattern;
  if (language === 'en') {
    return pattern.rule;
  }
  const share = (name: string): string => percent(inputs[name] ?? 0);
  const limit = (name: string): string => cut(thresholds[name] ?? 0);
  const lacking = LACKING.filter(([english]) => pattern.rule.includes(english)).map(([, chinese]) => chinese);
  const measured = inputs.opacityPercent === undefined ? [] : [
    `病变占肺的 ${share('opacityPercent')}，共 ${(inputs.lesionCount ?? 0).toFixed(0)} 处。`,
    ...((inputs.lesionCount ?? 0) > 0 ? [
      `其体积 ${share('leftPercent')} 位于左肺，${percent(100 - (inputs.leftPercent ?? 0))} 位于右肺（双肺：每侧至少 ${limit('bilateralFromPercent')}）。`,
      `${share('peripheralPercent')} 位于外周三分之一，该部分占肺的 ${share('peripheralThirdOfLungsPercent')}（外周：超过 ${limit('peripheralAbovePercent')}，且密集程度为其余部分的 ${thresholds.peripheralRatioFrom ?? 0} 倍）。`,
      `${share('lowerZonesPercent')} 位于下肺野。`,
      ...(inputs.roundedPercent === undefined ? [] : [`较大病灶体积中 ${share('roundedPercent')} 呈圆形。`]),
      `全部病变中磨玻璃影 ${share('groundGlassPercent')}，实变 ${share('consolidationPercent')}，种类不明 ${share('undeterminedPercent')}（含磨玻璃影：至少 ${limit('groundGlassFromPercent')}）。`,
    ] : []),
  ];
  const levels = [
    `0 级，无法评估：评级要求扫描在网络的验证范围之内，且病变占肺不足 ${limit('noneBelowPercent')} 或至少 ${limit('traceBelowPercent')}。`,
    `1 级，可能性极低：病变不足肺的 ${limit('noneBelowPercent')}。`,
    `2 级，可能性低：仅一侧肺有一处实变（至少占全部的 ${limit('isolatedFromPercent')}），几乎不含磨玻璃影。`,
    `3 级，不确定：缺少${lacking.join('、')}。`,
    `4 级，可能性高：位于外周且为多处，但缺少${lacking.join('、')}。`,
    '5 级，可能性极高：双肺、外周分布并含磨玻璃影。',
  ];
  return [
    ...measured,
    levels[pattern.coRadsLike] ?? levels[0],
    '下肺野比例与圆形形态仅列出，不参与判定。因未测量而不判断：铺路石征、反晕征、树芽征、空洞、小叶间隔增厚、胸腔积液。阈值由 Hilum 自定，未作为检验方法验证。',
  ].join('');
};
