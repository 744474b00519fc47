// What a criterion asks, what usually lowers it and what helps: beside it, for whoever wants to know.
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { guidanceFor } from '#domain/questionnaires/guidance/guidance.ts';
import { textIn } from '../../../format.ts';
import { useLanguage } from '../../../i18n.ts';
import classes from './agency.module.css';

interface ExplanationProps {
  code: string;
  title: Record<string, string>;
  children: React.ReactNode;
}

/** A criterion's line with a question mark beside it that opens the explanation below. */
export function Explained({ code, title, children }: ExplanationProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const id = useId();
  const [open, setOpen] = useState(false);
  const guidance = guidanceFor(code, title);
  if (!guidance) return children;
  return (
    <>
      <div className={classes.explained}>
        {children}
        <button
          type="button"
          className={classes.ask}
          aria-expanded={open}
          aria-controls={id}
          aria-label={t('agencyResults.explain.of', { criterion: textIn(title, language) })}
          onClick={() => setOpen(!open)}
        >
          <span className={classes.sign} aria-hidden="true">
            ?
          </span>
        </button>
      </div>
      <dl id={id} className={classes.guidance} hidden={!open}>
        {(['asks', 'lowers', 'helps'] as const).map((part) => (
          <div key={part}>
            <dt>{t(`agencyResults.explain.${part}`)}</dt>
            <dd>{textIn(guidance[part], language)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
