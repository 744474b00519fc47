import { useTranslation } from 'react-i18next';
import type { TouchpointView } from '#domain/touchpoint-view.ts';
import { Whose } from '../screens/frame.tsx';
import { Heading } from '../screens/heading.tsx';
import { Loudspeaker } from '../screens/loudspeaker.tsx';
import { useTitle } from '../use-title.ts';
import { useSay } from '../wording.ts';
import type { Standing } from './station.ts';
import { useIdle } from './use-idle.ts';

interface Props {
  view: TouchpointView;
  standing: Standing;
  /** Somebody chose a language or a text size and left. */
  reset: () => void;
  begin: () => void;
  /** To the practice question, where the questionnaire has one. */
  tryOut: (() => void) | undefined;
}

export function Start({ view, standing: { unsent, room }, reset, begin, tryOut }: Props) {
  const { t } = useTranslation(['survey', 'kiosk']);
  const say = useSay(view.questionnaire);
  useIdle(0, reset);
  useTitle(t('title'));
  return (
    <section className="start">
      <Whose view={view} />
      <Heading>{say(view.questionnaire.title)}</Heading>
      <button type="button" className="primary big" onClick={begin}>
        {t('kiosk.start')}
      </button>
      {tryOut && (
        <button type="button" onClick={tryOut}>
          {t('kiosk:practice.try')}
        </button>
      )}
      <p className="anonymous">{t('anonymous')}</p>
      <Loudspeaker text={`${say(view.questionnaire.title)}. ${t('anonymous')}`} recording={undefined} />
      {unsent > 0 && <p className="aside">{t('kiosk.unsent', { n: unsent })}</p>}
      {room.state === 'low' && <p className="aside">{t('kiosk:roomLow')}</p>}
    </section>
  );
}
