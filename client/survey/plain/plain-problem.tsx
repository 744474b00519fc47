import { useTranslation } from 'react-i18next';
import type { Issue } from '#domain/issues.ts';
import { useFaultText } from '../wording.ts';

/** Why the answers were not stored though none of them is to blame. */
export function PlainProblem({ problem, issues }: { problem: string | undefined; issues: Issue[] }) {
  const { t } = useTranslation();
  const faultText = useFaultText();
  return (
    <section className="fault-summary" aria-labelledby="problem">
      <h2 id="problem">{t('sending.refused')}</h2>
      {problem && <p>{faultText('errors', problem)}</p>}
      {issues.map(({ path, code }) => (
        <p key={path.join('.')}>{faultText('issues', code)}</p>
      ))}
    </section>
  );
}
