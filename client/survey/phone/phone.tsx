// One respondent on an own phone: answering, sending, thanked. A reload in the same tab goes on where it was.
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SubmissionInput } from '#domain/submissions.ts';
import type { TouchpointView } from '#domain/touchpoint-view.ts';
import { faultsByQuestion } from '../answering.ts';
import { dropDraft, readDraft } from '../draft.ts';
import { unsentIn } from '../outbox.ts';
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

export function Phone({ view }: { view: TouchpointView }) {
  const { t } = useTranslation();
  const storage = useMemo(tabStorage, []);
  const [phase, setPhase] = useState(() => firstPhase(view, storage));
  const outbox = useOutbox(storage);
  const { send, forget } = outbox;
  const sending = phase.step === 'sending' ? phase.submission : null;
  const delivery = sending ? outbox.deliveries[sending.id] : undefined;

  useEffect(() => {
    if (sending) send(sending);
  }, [sending, send]);
  useEffect(() => {
    if (!sending || (delivery?.step !== 'stored' && delivery?.step !== 'refused')) return;
    const faults = delivery.step === 'refused' ? faultsByQuestion(delivery.error.issues) : null;
    if (faults?.size === 0) return;
    forget(sending.id);
    if (faults) return setPhase(correction(sending, faults));
    dropDraft(storage, view.code);
    setPhase({ step: 'thanks', id: sending.id });
  }, [sending, delivery, forget, storage, view]);

  if (phase.step === 'thanks')
    return (
      <Thanks id={phase.id}>
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
function firstPhase(view: TouchpointView, storage: Keeper | null): Phase {
  const submission = unsentIn(storage).find(({ touchpoint }) => touchpoint === view.code);
  if (submission) return { step: 'sending', submission };
  const draft = readDraft(storage, view.code, view.questionnaire.id);
  if (!draft) return { step: 'asking', beginning: null, page: 0 };
  const { attempt, values, page } = draft;
  return { step: 'asking', beginning: { attempt, values, faults: new Map() }, page };
}

/** The server refused, so nothing of it is stored: the same try goes on. */
function correction({ id, startedAt, answers }: SubmissionInput, faults: Map<string, string>): Phase {
  return { step: 'asking', beginning: { attempt: { id, startedAt }, values: answers, faults }, page: 0 };
}
