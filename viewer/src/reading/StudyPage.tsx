import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import type { CaseKey } from '../api/worklist';
import { ChangePanel } from '../comparison/ChangePanel';
import { ComparePanes } from '../comparison/ComparePanes';
import type { FollowedLesion } from '../comparison/comparison';
import { isBehind, useAlignment, useAwaited, useChain, useComparison, usePrior } from '../comparison/useComparison';
import { CorrectionPanel } from '../correction/CorrectionPanel';
import { useCorrection } from '../correction/useCorrection';
import { StudyImages } from '../images/StudyImages';
import { useImages } from '../images/useImages';
import { useWords } from '../language/language';
import { may, useWho } from '../people/who';
import { ReportPanel } from '../report/ReportPanel';
import { CaseHeader } from './CaseHeader';
import { Findings } from './Findings';
import { Panels, type Panel } from './Panels';
import type { Lesion, Reading } from './reading';
import { useCase } from './useCase';
import { READING_WORDS } from './words';
import './reading.css';

const NO_LESIONS: readonly Lesion[] = [];

type Name = 'found' | 'change' | 'correct' | 'report';

/** One study: its images, what was found in them, what changed, its correction and its report. */
export const StudyPage = ({ caseKey }: { readonly caseKey: CaseKey }): ReactElement => {
  const words = useWords(READING_WORDS);
  const who = useWho();
  const seesResults = may(who, 'VIEW_RESULTS');
  const opened = useCase(caseKey, seesResults);
  const [selected, setSelected] = useState<Lesion>();
  const [followed, setFollowed] = useState<FollowedLesion>();
  const [panel, setPanel] = useState<Name>('found');
  const images = useImages(
    caseKey.studyInstanceUid,
    opened.reading === null ? null : opened.reading?.series.seriesInstanceUid,
    opened.files,
  );
  const { masks } = images;

  const mayCorrect = may(who, 'CORRECT_AND_SIGN') && opened.reading?.status === 'read';
  const isCorrecting = mayCorrect && panel === 'correct';
  const chosen = useMemo(() => (selected ? [String(selected.number)] : []), [selected]);
  const correcting = useCorrection(caseKey, masks.opacity, masks.lungs, isCorrecting, chosen);
  // What was put in force is the reading now.
  const { applied } = correcting.state ?? {};
  const appliedBefore = useRef(applied);
  const { again } = opened;
  useEffect(() => {
    if (appliedBefore.current !== undefined && applied !== appliedBefore.current) {
      again();
    }
    appliedBefore.current = applied;
  }, [applied, again]);
  const drawnState = isCorrecting ? correcting.state : undefined;
  const reading = useMemo(() => corrected(opened.reading, drawnState), [opened.reading, drawnState]);
  const opacity = drawnState ? correcting.opacity : undefined;
  const drawn = useMemo(() => (opacity ? { ...images, masks: { ...masks, opacity } } : images), [images, masks, opacity]);

  const compared = useComparison(caseKey, opened.results);
  const { comparison } = compared;
  const links = useChain(caseKey, comparison, compared.result);
  // The prior's images are fetched once somebody compares.
  const isComparing = panel === 'change' && comparison?.status === 'compared' && comparison.dates.length > 1;
  const prior = usePrior(caseKey.institution, isComparing ? comparison.dates.at(-2)?.studyInstanceUid : undefined);
  const alignment = useAlignment(caseKey.studyInstanceUid, compared.result, images, prior.images);

  const isComparedBefore = isBehind(comparison, opened.reading, prior.reading);
  const isComparedAgain = isComparedBefore && opened.entry?.comparison !== 'FAILED';
  useAwaited(caseKey, isComparedAgain, opened.look);

  const findings = reading && <Findings reading={reading} selected={selected} onSelect={setSelected} />;
  const panels: Panel<Name>[] = [{ name: 'found', title: words.tabFound, content: findings }];
  if (seesResults) {
    const hasFailed = compared.trouble !== undefined;
    panels.push({
      name: 'change',
      title: words.tabChange,
      content: (
        <>
          <div role="status">
            {isComparedBefore && (
              <p className="warn">{isComparedAgain ? words.comparedAgain : words.comparedBefore}</p>
            )}
          </div>
          <ChangePanel
            comparison={comparison}
            links={links}
            hasFailed={hasFailed}
            selected={followed}
            onSelect={setFollowed}
          />
        </>
      ),
    });
  }
  if (mayCorrect) {
    panels.push({
      name: 'correct',
      title: words.tabCorrect,
      content: (
        <>
          <CorrectionPanel correcting={correcting} chosen={chosen} />
          {findings}
        </>
      ),
    });
  }
  if (seesResults) {
    panels.push({ name: 'report', title: words.tabReport, content: <ReportPanel caseKey={caseKey} /> });
  }
  return (
    <section className="study" aria-labelledby="study-title">
      <CaseHeader entry={opened.entry} />
      {opened.trouble !== undefined && (
        <p role="alert" className="bad">
          {words.failed} <button type="button" onClick={opened.again}>{words.again}</button>
        </p>
      )}
      <div className="desk">
        {isComparing ? (
          // What was compared is what was read; corrections are not in it.
          <ComparePanes
            now={images}
            listed={opened.reading?.lesions ?? NO_LESIONS}
            prior={prior}
            comparison={comparison}
            links={links}
            alignment={alignment}
            selected={followed}
          />
        ) : (
          <StudyImages
            images={drawn}
            lesions={reading?.lesions ?? NO_LESIONS}
            selected={selected}
            onSelect={setSelected}
            hand={correcting.hand}
          />
        )}
        <aside className="found" aria-label={words.panels}>
          {!seesResults && <p>{words.mayNotSee}</p>}
          {seesResults && reading === null && <p role="status">{words.readingLoading}</p>}
          {seesResults && reading === undefined && opened.trouble === undefined && <p>{words.notRead}</p>}
          {seesResults && reading !== null && (
            <Panels label={words.panels} panels={panels} open={panel} onOpen={setPanel} />
          )}
        </aside>
      </div>
    </section>
  );
};

/** A reading with the numbers of its correction. */
const corrected = (
  reading: Reading | null | undefined,
  state: ReturnType<typeof useCorrection>['state'],
): Reading | null | undefined =>
  reading && state && state.revision > 0
    ? { ...reading, ...(state.measurements as Partial<Reading>), lesions: state.lesions as readonly Lesion[] }
    : reading;
