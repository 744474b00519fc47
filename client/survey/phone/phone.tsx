// One respondent on an own phone: answering, sending, thanked. A reload in the same tab goes on where it was.
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SubmissionInput } from '#domain/submissions.ts';
import type { TouchpointView } from '#domain/touchpoint-view.ts';
import { faultsByQuestion } from '../answering.ts';
import { type Draft, dropDraft, keepDraft, readDraft } from '../draft.ts';
import { unsentIn } from '../outbox.ts';
import { pageReached, type Taken, valuesOf } from '../plain/take-over.ts';
import { dropPreferences } from '../preferences.ts';
import { withProof } from '../proof/proof.ts';
import { DeliveryScreen } from '../screens/delivery.tsx';
import { Thanks } from '../screens/thanks.tsx';
import { type Keeper, tabStorage } from '../storage.ts';
import { useOutbox } from '../use-outbox.ts';
import type { Beginning } from '../use-survey.ts';
import { Pages } from './pages.tsx';

type Phase =
  | { step: 'asking'; beginning: Beginning | null; page: number }
  | { step: 'sending'; submission: SubmissionInput }
  | { step: 'thanks'; id: string };

export function Phone({ view, taken }: { view: TouchpointView; taken: Taken | null }) {
  const { t } = useTranslation();
  const storage = useMemo(tabStorage, []);
  const [phase, setPhase] = useState(() => firstPhase(view, storage, taken));
  const outbox = useOutbox(storage);
  const { send, forget } = outbox;
  const sending = phase.step === 'sending' ? phase.submission : null;
  const delivery = sending ? outbox.deliveries[sending.id] : undefined;

  useEffect(() => {
    if (!sending) return;
    let gone = false;
    void withProof(view, sending).then((submission) => !gone && send(submission));
    return () => {
      gone = true;
    };
  }, [view, sending, send]);
  useEffect(() => {
    if (!sending || (delivery?.step !== 'stored' && delivery?.step !== 'refused')) return;
    const faults = delivery.step === 'refused' ? faultsByQuestion(delivery.error.issues) : null;
    if (faults?.size === 0) return;
    forget(sending.id);
    if (faults) return setPhase(correction(sending, faults));
    dropDraft(storage, view.code);
    dropPreferences(storage);
    setPhase({ step: 'thanks', id: sending.id });
  }, [sending, delivery, forget, storage, view]);

  if (phase.step === 'thanks')
    return (
      <Thanks id={phase.id} sent>
        <p>{t('thanks.close')}</p>
      </Thanks>
    );
  if (phase.step === 'asking')
    return (
      <Pages
        view={view}
        storage={storage}
        beginning={phase.beginning}
        firstPage={phase.page}
        trap={taken?.trap ?? ''}
        finish={(submission) => setPhase({ step: 'sending', submission })}
      />
    );
  const back = () => {
    forget(phase.submission.id);
    setPhase(correction(phase.submission, new Map()));
  };
  return (
    <DeliveryScreen
      delivery={delivery}
      tryNow={() => outbox.tryNow(phase.submission.id)}
      kept={t('sending.kept')}
    >
      {delivery?.step === 'refused' && (
        <button type="button" className="primary" onClick={back}>
          {t('sending.backToAnswers')}
        </button>
      )}
    </DeliveryScreen>
  );
}

/** What was under way in this tab: a submission first of all, since its fate is open and it must not change. */
function firstPhase(view: TouchpointView, storage: Keeper | null, taken: Taken | null): Phase {
  const submission = unsentIn(storage).find(({ touchpoint }) => touchpoint === view.code);
  if (submission) return { step: 'sending', submission };
  const draft = readDraft(storage, view.code, view.questionnaire.id);
  const before = taken && takenPhase(view, taken, draft);
  if (before) {
    keepDraft(storage, view.code, before.draft);
    return before.phase;
  }
  if (!draft) return { step: 'asking', beginning: null, page: 0 };
  const { attempt, values, page } = draft;
  return { step: 'asking', beginning: { attempt, values, faults: new Map() }, page };
}

/** What was tapped before the program had started, on top of the draft; null for nothing. */
function takenPhase({ questionnaire }: TouchpointView, taken: Taken, draft: Draft | null) {
  const tapped = valuesOf(questionnaire, taken);
  const { faults, wentOn } = taken;
  if (Object.keys(tapped).length === 0 && faults.size === 0 && !wentOn) return null;
  const attempt = draft?.attempt ?? taken.attempt;
  const values = { ...draft?.values, ...tapped };
  const page = Math.max(draft?.page ?? 0, pageReached(questionnaire, tapped, wentOn));
  const kept: Draft = { questionnaire: questionnaire.id, attempt, page, values };
  const phase: Phase = { step: 'asking', beginning: { attempt, values, faults }, page };
  return { draft: kept, phase };
}

/** The server refused, so nothing of it is stored: the same try goes on. */
function correction({ id, startedAt, answers }: SubmissionInput, faults: Map<string, string>): Phase {
  return { step: 'asking', beginning: { attempt: { id, startedAt }, values: answers, faults }, page: 0 };
}
