import type { ApiError } from '../../../../domain/api-problem.ts';
import type { outcomeTexts as enOutcomes, problemText as en } from '../../en/shared/problems.ts';
import { formatDuration } from '../../format-duration.ts';
import type { Translated } from '../../translated.ts';

type ProblemText = ReturnType<typeof en>;

/** What to tell a person about a failed call: what happened and what to do next. */
export function problemText(problem: ApiError): ProblemText {
  switch (problem.kind) {
    case 'network':
      return {
        title: 'Die Konsole konnte das Gateway nicht erreichen.',
        advice:
          'Prüfen, ob das Netzwerk funktioniert und das Gateway oder der eigene Proxy läuft. Dann erneut versuchen.',
      };
    case 'timeout':
      return {
        title: 'Es kam keine rechtzeitige Antwort.',
        advice:
          'Erneut versuchen. Bleibt das Problem bestehen, das Netzwerk zwischen Gateway und AI Core prüfen.',
      };
    case 'contract':
      return {
        title: 'Die Antwort stammt nicht von der Admin-API von AI Core.',
        advice: 'Prüfen, ob die Proxy-Adresse der Verbindung zu AI Core führt, dann erneut versuchen.',
      };
    case 'sign-in':
      return {
        title: 'Sie sind abgemeldet: Statt AI Core hat eine Anmeldeseite geantwortet.',
        advice: 'Erneut versuchen, um sich anzumelden. Ihre Eingaben bleiben erhalten.',
      };
    case 'http':
      return problem.answeredBy === 'gateway' ? gatewayText(problem) : httpText(problem);
  }
}

/** The gateway's own refusals: AI Core was never asked, or its answer never arrived. */
function gatewayText(problem: ApiError): ProblemText {
  switch (problem.code) {
    case 'UnknownTenant':
      return {
        title: 'Das Gateway kennt diesen Tenant nicht (404).',
        advice:
          'Möglicherweise wurde sein Service-Key entfernt. Die Seite „Verbindungen“ zeigt die Probleme.',
      };
    case 'AccessDenied':
      return {
        title: 'Ihre Rolle erlaubt das nicht (403).',
        advice: 'Bitten Sie Ihren Administrator um eine andere Rolle.',
      };
    case 'ApprovalNeeded':
      return {
        title: 'Eine zweite Person muss das freigeben (403).',
        advice: 'Für einen Rollout in diese Tenants eine Freigabe anfragen und ihn dann starten.',
      };
    case 'ApprovalUnavailable':
      return {
        title: 'Das Gateway kann die Freigaben nicht lesen (503).',
        advice: 'In Kürze erneut versuchen.',
      };
    case 'PlanDecided':
      return {
        title: 'Über diesen Plan wurde inzwischen entschieden (409).',
        advice: 'Die Entscheidung steht oben.',
      };
    case 'TokenRequestFailed':
      return {
        title: 'Das Gateway hat für diesen Tenant kein Token erhalten.',
        advice:
          'Prüfen, ob der Service-Key des Tenants gültig und sein Tokenserver erreichbar ist. Dann erneut versuchen.',
      };
    case 'UpstreamUnreachable':
      return {
        title: 'Das Gateway konnte AI Core nicht erreichen.',
        advice: 'Adresse im Service-Key des Tenants prüfen, dann erneut versuchen.',
      };
    case 'TenantBusy':
      return {
        title: 'Für diesen Tenant warten zu viele Anfragen (503).',
        advice: 'In einigen Sekunden erneut versuchen.',
      };
    case 'GatewayStopping':
      return {
        title: 'Das Gateway wird gerade beendet (503).',
        advice: 'Nach dem Neustart erneut versuchen.',
      };
    case 'GatewayTimeout':
      return {
        title: 'AI Core hat nicht rechtzeitig geantwortet (504).',
        advice:
          'Gleich erneut versuchen. Bleibt das Problem bestehen, ist AI Core möglicherweise ausgefallen.',
      };
    case 'UpstreamReset':
    case 'UpstreamMalformed':
      return {
        title: 'Die Antwort von AI Core ging verloren oder war nicht lesbar (502).',
        advice:
          'Erneut versuchen. Bleibt das Problem bestehen, die Adressen im Service-Key des Tenants prüfen.',
      };
    case 'OriginRefused':
    case 'MisdirectedRequest':
      return {
        title: 'Das Gateway hat die Anfrage abgelehnt: Es bedient diese Adresse nicht.',
        advice: 'Die Konsole unter der Adresse öffnen, die ihr Betreiber nennt.',
      };
    case 'TooManyRequests':
    case 'TooManyChecks':
      return {
        title: 'Zu viele Anfragen an das Gateway (429).',
        advice: waitFor(problem),
      };
    case 'AuditUnavailable':
      return {
        title: 'Das Gateway kann sein Audit-Log nicht schreiben (503).',
        advice:
          'Gleich erneut versuchen. Bleibt das Problem bestehen, den Betreiber des Gateways informieren.',
      };
    case 'StoreUnavailable':
      return {
        title: 'Das Gateway kann seine Daten weder lesen noch speichern (503).',
        advice:
          'In einer Minute erneut versuchen. Bleibt das Problem bestehen, den Betreiber des Gateways informieren.',
      };
    case 'SignInUnavailable':
      return {
        title: 'Das Gateway kann nicht prüfen, wer Sie sind (503).',
        advice:
          'In einer Minute erneut versuchen. Bleibt das Problem bestehen, den Betreiber des Gateways informieren.',
      };
    // These speak for AI Core, or say no more than their status.
    case 'UpstreamError':
    case 'NotFound':
    case undefined:
      return httpText(problem);
    default:
      return otherGatewayText(problem);
  }
}

function otherGatewayText({ status = 0 }: ApiError): ProblemText {
  return status >= 500
    ? {
        title: `Im Gateway ist ein Fehler aufgetreten (${status}).`,
        advice: 'Erneut versuchen. Bleibt das Problem bestehen, dem Betreiber die Request-ID nennen.',
      }
    : {
        title: `Das Gateway hat die Anfrage abgelehnt (${status}).`,
        advice: 'Beheben, was die Meldung nennt, dann erneut versuchen.',
      };
}

function waitFor({ retryAfterSeconds }: ApiError): string {
  return retryAfterSeconds
    ? `${formatDuration(retryAfterSeconds)} warten, dann erneut versuchen.`
    : 'Kurz warten, dann erneut versuchen.';
}

/** What Envoy in front of AI Core says in plain text, by its beginning. */
const envoyTexts: readonly (readonly [string, ProblemText])[] = [
  [
    'Jwt is expired',
    {
      title: 'Das Token dieser Verbindung ist abgelaufen (401).',
      advice:
        'Erneut versuchen, um ein neues Token zu holen. Ein selbst eingegebenes Token durch ein neues ersetzen.',
    },
  ],
  [
    'Jwt issuer is not configured',
    {
      title: 'AI Core kennt den Aussteller dieses Tokens nicht (401).',
      advice:
        'Der Service-Key gehört zu einer anderen Region, oder der Tenant ist noch nicht bereitgestellt. Adressen im Key prüfen.',
    },
  ],
  [
    'Jwt verification fails',
    {
      title: 'AI Core konnte das Token dieser Verbindung nicht verifizieren (401).',
      advice:
        'Der Service-Key gehört möglicherweise zu einer anderen Landschaft. Einen neuen beschaffen, dann erneut versuchen.',
    },
  ],
  [
    'RBAC: access denied',
    {
      title: 'Dem Service-Key fehlt die Berechtigung (403).',
      advice: 'Einen Service-Key anfordern, der diesen Tenant verwalten darf.',
    },
  ],
];

function httpText(problem: ApiError): ProblemText {
  const { status, code, message, answeredBy } = problem;
  const envoy = envoyTexts.find(([beginning]) => message.startsWith(beginning));
  if (envoy) return envoy[1];
  if (code === 'TokenMissing')
    return {
      title: 'Diese Verbindung benötigt ein Token.',
      advice: 'Ein Token eingeben, dann erneut versuchen.',
    };
  if (status === 401)
    return {
      title: 'AI Core hat die Zugangsdaten dieser Verbindung abgelehnt (401).',
      advice: 'Service-Key oder Token des Tenants erneuern lassen, dann erneut versuchen.',
    };
  if (code === 'QuotaExceeded')
    return {
      title: 'Das Kontingent des Tenants ist ausgeschöpft.',
      advice:
        'Nicht mehr Benötigtes löschen oder ein höheres Kontingent beantragen. Danach erneut versuchen.',
    };
  if (code === 'DetailsChanged')
    return {
      title: 'Diese Angaben wurden inzwischen anderswo geändert.',
      advice: 'Erneut speichern, um die eigene Eingabe zu behalten, oder abbrechen und die Änderung ansehen.',
    };
  if (status === 403)
    return {
      title: 'Dieser Verbindung fehlt die Berechtigung (403).',
      advice: 'Einen Service-Key anfordern, der diesen Tenant verwalten darf.',
    };
  if (status === 404 && answeredBy !== 'ai-core')
    return {
      title: 'Ein Server vor AI Core hat unter dieser Adresse nichts gefunden (404).',
      advice: 'Prüfen, ob die Proxy-Adresse der Verbindung zu AI Core führt, dann erneut versuchen.',
    };
  if (status === 404)
    return {
      title: 'Das Objekt ist nicht mehr vorhanden (404).',
      advice: 'Liste aktualisieren. Möglicherweise hat es jemand gelöscht.',
    };
  if (status === 409)
    return {
      title: 'Konflikt mit dem, was bereits vorhanden ist (409).',
      advice:
        'Aktualisieren, um die Änderung zu sehen. Dann erneut versuchen oder einen anderen Namen wählen.',
    };
  if (status === 429)
    return {
      title: 'AI Core drosselt die Anfragen dieses Tenants (429).',
      advice: waitFor(problem),
    };
  if (status === 502 || status === 504)
    return {
      title: `Die Antwort von AI Core ging verloren (${status}).`,
      advice: 'Gleich erneut versuchen.',
    };
  if (status !== undefined && status >= 500)
    return {
      title: `AI Core konnte die Anfrage nicht ausführen (${status}).`,
      advice: 'Erneut versuchen. Bleibt das Problem bestehen, SAP die Request-ID nennen.',
    };
  return {
    title: `AI Core hat die Anfrage abgelehnt (${status}).`,
    advice: 'Beheben, was die Meldung nennt, dann erneut versuchen.',
  };
}

/** What became of a write whose answer was lost, after the tenant was asked. */
const outcomeTexts: Translated<typeof enOutcomes> = {
  refused: 'Es wurde nichts geändert.',
  'not-done': 'Erneut geprüft: Es wurde nichts geändert. Sie können erneut senden.',
  repeatable: 'Ob die Änderung wirksam wurde, ist unbekannt. Erneutes Senden ist gefahrlos.',
  unknown: 'Ob die Änderung wirksam wurde, ist unbekannt. Vor dem nächsten Senden erneut prüfen.',
  askAgain: 'Erneut prüfen',
};

export const problems = {
  problem: problemText,
  outcome: outcomeTexts,
  leftBehind: (failure: string) => `Was beim Verlassen der Seite noch lief, ist fehlgeschlagen. ${failure}`,
  copyId: 'Request-ID kopieren',
  openApprovals: 'Freigaben öffnen',
};
