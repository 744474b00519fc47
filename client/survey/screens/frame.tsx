// What surrounds every screen: the demonstration's banner, whose survey it is, how to display it.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TouchpointView } from '#domain/touchpoint-view.ts';
import { FIRST_LANGUAGE } from '../../i18n.ts';
import type { Manner } from '../address.ts';
import type { PreferenceControl } from '../preferences.ts';
import { ViewSwitches } from './view-switches.tsx';

interface Props {
  manner: Manner;
  view: TouchpointView | null;
  control: PreferenceControl;
  /** Left out where the screen itself says it, larger. */
  whose?: boolean;
  children: ReactNode;
}

export function Frame({ manner, view, control, whose = true, children }: Props) {
  const { t } = useTranslation();
  return (
    <div className={`frame ${manner}`}>
      <header>
        {isDemo() && <p className="demo">{t('demo')}</p>}
        <div className="bar">
          {view && whose ? <Whose view={view} /> : <span />}
          <ViewSwitches control={control} offered={view?.questionnaire.languages ?? null} />
        </div>
      </header>
      <main>{children}</main>
    </div>
  );
}

/** The server says so on the page itself, so that screens without a touchpoint can say it too. */
export const isDemo = () => 'demo' in document.documentElement.dataset;

/** The agency and the touchpoint; names are Vietnamese, but an agency may have an English one. */
export function Whose({ view }: { view: TouchpointView }) {
  const { i18n } = useTranslation();
  const english = i18n.language === FIRST_LANGUAGE ? null : view.agency.nameEn;
  return (
    <div className="whose">
      <p className="agency" lang={english ? 'en' : FIRST_LANGUAGE}>
        {english ?? view.agency.name}
      </p>
      {view.name !== view.agency.name && (
        <p className="touchpoint" lang={FIRST_LANGUAGE}>
          {view.name}
        </p>
      )}
    </div>
  );
}
