// The tablet at the counter: one respondent after the other, and nothing of one is there for the next.
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SubmissionInput } from '#domain/submissions.ts';
import type { TouchpointView } from '#domain/touchpoint-view.ts';
import { faultsByQuestion } from '../answering.ts';
import { unsentIn } from '../outbox.ts';
import type { PreferenceControl } from '../preferences.ts';
import { Frame } from '../screens/frame.tsx';
import { deviceStorage } from '../storage.ts';
import { useOutbox } from '../use-outbox.ts';
import type { Beginning } from '../use-survey.ts';
import { KioskSending, KioskThanks } from './ending.tsx';
import { Session } from './session.tsx';
import { Start } from './start.tsx';

type Phase =
  | { step: 'start' }
  | { step: 'asking'; beginning: Beginning | null }
  | { step: 'sending'; submission: SubmissionInput }
  | { step: 'thanks'; id: string };

interface Props {
  view: TouchpointView;
  control: PreferenceControl;
  /** Looks for a newer questionnaire, or for the touchpoint's end, between two respondents. */
  refresh: () => void;
}

export function Kiosk({ view, control, refresh }: Props) {
  const { i18n } = useTranslation();
  const [phase, setPhase] = useState<Phase>({ step: 'start' });
  const outbox = useTabletOutbox(phase, setPhase);
  const { reset } = control;
  const wipe = useCallback(() => {
    setPhase({ step: 'start' });
    reset();
    refresh();
  }, [reset, refresh]);
  const finish = (submission: SubmissionInput) => {
    outbox.send(submission);
    setPhase({ step: 'sending', submission });
  };
  const begin = () => setPhase({ step: 'asking', beginning: null });
  const screen = () => {
    if (phase.step === 'start')
      return <Start view={view} unsent={outbox.unsent} reset={reset} begin={begin} />;
    if (phase.step === 'thanks') return <KioskThanks id={phase.id} leave={wipe} />;
    if (phase.step === 'asking') {
      const { beginning } = phase;
      return <Session {...{ view, beginning, finish }} locale={i18n.language} leave={wipe} />;
    }
    const { id } = phase.submission;
    return <KioskSending delivery={outbox.deliveries[id]} tryNow={() => outbox.tryNow(id)} leave={wipe} />;
  };
  return (
    <Frame manner="kiosk" view={view} control={control} whose={phase.step !== 'start'}>
      {screen()}
    </Frame>
  );
}

/** Sends in the background, whoever stands at the screen, and moves the screen on when its own submission is settled. */
function useTabletOutbox(phase: Phase, setPhase: (phase: Phase) => void) {
  const outbox = useOutbox(useMemo(deviceStorage, []));
  const { deliveries, send, forget } = outbox;
  const shown = phase.step === 'sending' ? phase.submission : null;
  useEffect(() => {
    for (const submission of unsentIn(deviceStorage())) send(submission);
  }, [send]);
  useEffect(() => {
    for (const [id, delivery] of Object.entries(deliveries)) {
      const own = shown?.id === id ? shown : null;
      if (delivery.step === 'stored') {
        forget(id);
        if (own) setPhase({ step: 'thanks', id });
      } else if (delivery.step === 'refused') {
        const faults = faultsByQuestion(delivery.error.issues);
        if (!own) forget(id);
        if (!own || faults.size === 0) continue;
        forget(id);
        const attempt = { id, startedAt: own.startedAt };
        setPhase({ step: 'asking', beginning: { attempt, values: own.answers, faults } });
      }
    }
  }, [deliveries, forget, shown, setPhase]);
  const unsent = Object.values(deliveries).filter(
    ({ step }) => step !== 'stored' && step !== 'refused',
  ).length;
  return { ...outbox, unsent };
}
