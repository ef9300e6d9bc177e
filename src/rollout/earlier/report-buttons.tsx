import { DownloadButton } from '../../ui/download-button.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import { reportCsv, reportJson, type Report } from './report.ts';

type ReportButtonsProps = Omit<Report, 'texts'> & {
  readonly size?: 'small' | 'medium';
  readonly onSaved?: () => void;
};

/** Saves the outcomes of a rollout as CSV or JSON. */
export function ReportButtons({ onSaved, size = 'small', ...report }: ReportButtonsProps) {
  const texts = useTexts('rollout');
  const runTexts = useTexts('run');
  const { operation, name, id } = report.plan;
  const file = `${operation}-${name}-${id.slice(0, 10)}`;
  const common = { size, ...(onSaved && { onSaved }) };
  return (
    <>
      <DownloadButton
        label={texts.reportCsv}
        text={() => reportCsv({ ...report, texts: runTexts })}
        filename={`${file}.csv`}
        mediaType="text/csv"
        {...common}
      />
      <DownloadButton
        label={texts.reportJson}
        text={() => reportJson({ ...report, texts: runTexts })}
        filename={`${file}.json`}
        mediaType="application/json"
        {...common}
      />
    </>
  );
}
