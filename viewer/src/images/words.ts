import type { Wording } from '../language/language';
import type { Structure } from './structures';

/** What the images say. */
export interface ImageWords {
  readonly window: string;
  readonly windows: Readonly<Record<'LUNG' | 'MEDIASTINUM' | 'BONE' | 'OWN', string>>;
  readonly structures: string;
  readonly structure: Readonly<Record<Structure['name'], string>>;
  readonly notMade: string;
  readonly outlines: string;
  readonly fill: string;
  readonly tool: string;
  readonly tools: Readonly<Record<'POINT' | 'MEASURE' | 'PAN' | 'ZOOM' | 'WINDOW', string>>;
  readonly clearLengths: string;
  readonly planes: Readonly<Record<'AXIAL' | 'CORONAL' | 'SAGITTAL', string>>;
  readonly layout: string;
  readonly onlyAxial: string;
  readonly allPlanes: string;
  readonly slice: string;
  readonly play: string;
  readonly stop: string;
  readonly loading: string;
  readonly waiting: string;
  readonly lost: string;
  readonly came: (came: number, all: number) => string;
  readonly missed: (count: number) => string;
  readonly noImages: string;
  readonly failed: string;
  readonly masksFailed: string;
  readonly uneven: string;
  readonly keys: string;
  readonly again: string;
}

export const IMAGE_WORDS: Wording<ImageWords> = {
  en: {
    window: 'Window',
    windows: { LUNG: 'Lung', MEDIASTINUM: 'Mediastinum', BONE: 'Bone', OWN: 'Own' },
    structures: 'Outlines',
    structure: {
      LUNGS: 'Lungs',
      LOBES: 'Lobes',
      GROUND_GLASS: 'Ground-glass',
      CONSOLIDATION: 'Consolidation',
      UNDETERMINED: 'Kind not determined',
      UNCERTAIN: 'May be opacity',
    },
    notMade: 'not made by this reading',
    outlines: 'Line opacity',
    fill: 'Fill opacity',
    tool: 'Pointer',
    tools: { POINT: 'Point', MEASURE: 'Measure', PAN: 'Move', ZOOM: 'Zoom', WINDOW: 'Window' },
    clearLengths: 'Remove lengths',
    planes: { AXIAL: 'Axial', CORONAL: 'Coronal', SAGITTAL: 'Sagittal' },
    layout: 'Layout',
    onlyAxial: 'Axial only',
    allPlanes: 'Three planes',
    slice: 'Slice',
    play: 'Play',
    stop: 'Stop',
    loading: 'Opening the images …',
    waiting: 'This slice is on its way …',
    came: (came, all) => `${came} of ${all} slices here`,
    lost: 'This slice could not be fetched.',
    missed: (count) => `Slices that could not be fetched: ${count}. Open the study again to fetch them.`,
    noImages: 'This study has no CT slices that say where they lie, so there is nothing to show.',
    failed: 'The images could not be opened.',
    masksFailed: 'The outlines could not be fetched; the images are shown without them.',
    uneven: 'The slices do not lie equally far apart, so coronal and sagittal planes are not shown.',
    keys: 'Up and down arrows: next slice. Page up and down: ten slices. Home, End. 1, 2, 3: window. O: outlines. F: fill. C: play. M: measure. P: point. Shift and arrows: move the point. L: begin and end a length at the point. Plus, minus, 0: enlarge, reduce, whole.',
    again: 'Try again',
  },
  zh: {
    window: '窗宽窗位',
    windows: { LUNG: '肺窗', MEDIASTINUM: '纵隔窗', BONE: '骨窗', OWN: '自定义' },
    structures: '轮廓',
    structure: {
      LUNGS: '双肺',
      LOBES: '肺叶',
      GROUND_GLASS: '磨玻璃影',
      CONSOLIDATION: '实变',
      UNDETERMINED: '性质未定',
      UNCERTAIN: '可能为病变',
    },
    notMade: '本次阅片未生成',
    outlines: '轮廓不透明度',
    fill: '填充不透明度',
    tool: '鼠标工具',
    tools: { POINT: '定位', MEASURE: '测量', PAN: '移动', ZOOM: '缩放', WINDOW: '调窗' },
    clearLengths: '清除测量线',
    planes: { AXIAL: '轴位', CORONAL: '冠状位', SAGITTAL: '矢状位' },
    layout: '布局',
    onlyAxial: '仅轴位',
    allPlanes: '三平面',
    slice: '层面',
    play: '播放',
    stop: '停止',
    loading: '正在打开图像……',
    waiting: '该层面正在传输……',
    came: (came, all) => `已接收 ${came} / ${all} 层`,
    lost: '该层面未能取得。',
    missed: (count) => `有 ${count} 层未能取得，请重新打开该检查。`,
    noImages: '该检查没有带位置信息的 CT 层面，无图像可显示。',
    failed: '无法打开图像。',
    masksFailed: '无法取得轮廓；仅显示图像。',
    uneven: '层间距不均匀，因此不显示冠状位和矢状位。',
    keys: '上下方向键：逐层翻页。Page Up / Page Down：每次十层。Home、End：首末层。1、2、3：切换窗位。O：轮廓。F：填充。C：播放。M：测量。P：定位。Shift 加方向键：移动定位点。L：在定位点开始、结束测量。加号、减号、0：放大、缩小、还原。',
    again: '重试',
  },
};
