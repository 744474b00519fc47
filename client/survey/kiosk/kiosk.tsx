// One respondent after the other, and nothing of one is there for the next.
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SubmissionInput } from '#domain/submissions.ts';
import type { TouchpointView } from '#domain/touchpoint-view.ts';
import type { PreferenceControl } from '../preferences.ts';
import { Frame } from '../screens/frame.tsx';
import { Problem } from '../screens/problem.tsx';
import { changeVersion, lookForNewVersion } from './app-files.ts';
import { Full, Revoked, Unavailable, Unkept } from './closed.tsx';
import { wipePage } from './containment.ts';
import { Corner } from './corner.tsx';
import { CornerEntry } from './corner-entry.tsx';
import type { DeviceStore, Lane } from './device-store.ts';
import { noteDropOff } from './drop-offs.ts';
import { KioskThanks } from './ending.tsx';
import { PairingScreen } from './pairing.tsx';
import { Practice } from './practice.tsx';
import { askToPersist } from './room.ts';
import { Session } from './session.tsx';
import { Start } from './start.tsx';
import type { Standing, Station } from './station.ts';
import type { ViewState } from './use-view.ts';

type Phase =
  | { step: 'start' }
  | { step: 'practice'; view: TouchpointView }
  /** With the questionnaire that was there when this person began. */
  | { step: 'asking'; view: TouchpointView }
  | { step: 'unkept'; submission: SubmissionInput }
  | { step: 'thanks'; id: string }
  | { step: 'corner' };

export interface KioskProps extends ViewState {
  db: DeviceStore;
  station: Station;
  standing: Standing;
  lane: Lane;
  control: PreferenceControl;
  /** The touchpoint as the address has it. */
  typed: string;
  /** Lets visitors out again. */
  release: () => void;
}

export function Kiosk(props: KioskProps) {
  const { db, station, standing, lane, view, control, refresh } = props;
  const [phase, setPhase] = useState<Phase>({ step: 'start' });
  const { i18n } = useTranslation();
  const { reset } = control;
  const wipe = useCallback(() => {
    setPhase({ step: 'start' });
    reset();
    wipePage();
  }, [reset]);
  useBetweenPeople(phase.step === 'start', refresh);

  const finish = async (submission: SubmissionInput) => {
    try {
      await station.keep(lane, submission);
      setPhase({ step: 'thanks', id: submission.id });
    } catch {
      setPhase({ step: 'unkept', submission });
    }
  };
  const openCorner = () => setPhase({ step: 'corner' });
  const begin = () => view && setPhase({ step: 'asking', view });
  const tryOut = view?.questionnaire.practice && (() => setPhase({ step: 'practice', view }));
  const screen = () => {
    if (phase.step === 'corner') return <Corner {...props} leave={wipe} />;
    if (phase.step === 'thanks')
      return <KioskThanks id={phase.id} unsent={standing.unsent > 0} leave={wipe} />;
    if (phase.step === 'unkept') return <Unkept again={() => finish(phase.submission)} leave={wipe} />;
    if (phase.step === 'start')
      return <Idle {...props} {...{ begin, tryOut }} corner={<CornerEntry open={openCorner} />} />;
    const { questionnaire } = phase.view;
    if (phase.step === 'practice' && questionnaire.practice)
      return (
        <Practice
          {...{ questionnaire, practice: questionnaire.practice, leave: wipe }}
          begin={() => setPhase({ step: 'asking', view: phase.view })}
        />
      );
    const left = (question: string | null) => {
      if (question && lane === 'signed') void noteDropOff(db, questionnaire.id, question);
      wipe();
    };
    return <Session view={phase.view} beginning={null} finish={finish} locale={i18n.language} leave={left} />;
  };
  const shown = 'view' in phase ? phase.view : view;
  return (
    <Frame manner="kiosk" view={shown} control={control} whose={phase.step !== 'start' || !isOpen(props)}>
      {screen()}
    </Frame>
  );
}

function isOpen({ view, problem, standing, lane }: KioskProps): boolean {
  const ended = lane === 'signed' && standing.state !== 'active';
  return view !== null && !problem && !ended && standing.room.state !== 'full';
}

interface IdleProps extends KioskProps {
  begin: () => void;
  /** To the practice question, where the questionnaire has one. */
  tryOut: (() => void) | undefined;
  corner: React.ReactNode;
}

/** Nobody is there: the way in, or why there is none. */
function Idle(props: IdleProps) {
  const { db, station, view, problem, standing, lane, control, typed, refresh, corner } = props;
  const { begin, tryOut } = props;
  const { t } = useTranslation();
  const screen = () => {
    const again = () => void refresh();
    if (lane === 'signed' && standing.state === 'lost')
      return <PairingScreen db={db} paired={station.wake} />;
    if (lane === 'signed' && standing.state === 'revoked') return <Revoked unsent={standing.unsent} />;
    if (standing.room.state === 'full') return <Full />;
    if (problem && lane === 'signed') return <Unavailable code={problem} again={again} />;
    if (problem) return <Problem code={problem} manner="kiosk" typed={typed} again={again} />;
    if (view) return <Start {...{ view, standing, begin, tryOut }} reset={control.reset} />;
    return (
      <p className="loading" role="status">
        {t('loading')}
      </p>
    );
  };
  return (
    <>
      {screen()}
      {corner}
    </>
  );
}

const LOOK_FOR_NEWER = 300_000;

/** While nobody is there: looks for newer questions and a newer app, and changes to them. */
function useBetweenPeople(waiting: boolean, refresh: () => Promise<void>): void {
  useEffect(() => void askToPersist(), []);
  useEffect(() => {
    if (!waiting) return;
    const taken = new AbortController();
    const look = async () => {
      await changeVersion(taken.signal);
      await Promise.all([refresh(), lookForNewVersion()]);
      if (!taken.signal.aborted) await changeVersion(taken.signal);
    };
    void look();
    const timer = setInterval(look, LOOK_FOR_NEWER);
    return () => {
      taken.abort();
      clearInterval(timer);
    };
  }, [waiting, refresh]);
}
