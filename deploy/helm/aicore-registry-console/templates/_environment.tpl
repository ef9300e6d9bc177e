{{/* Settings that are files of Secrets: the variable, the volume and its source. */}}
{{- define "console.secretFiles" -}}
{{- $v := .Values -}}
{{- $mode := include "console.mode" . -}}
{{- with $v.database.url }}
{{- if .name }}
- { variable: DATABASE_URL_FILE, volume: database-url, secret: {{ .name }}, key: {{ .key }} }
{{- end }}
{{- end }}
{{- if and (eq $mode "oidc") $v.signIn.oidc.clientSecret.name }}
{{- with $v.signIn.oidc.clientSecret }}
- { variable: OIDC_CLIENT_SECRET_FILE, volume: oidc-client-secret, secret: {{ .name }}, key: {{ .key }} }
{{- end }}
{{- end }}
{{- if eq $mode "xsuaa" }}
{{- with $v.signIn.xsuaa.serviceKey }}
- { variable: XSUAA_SERVICE_KEY_FILE, volume: xsuaa-service-key, secret: {{ .name }}, key: {{ .key }} }
{{- end }}
{{- end }}
{{- end -}}

{{- define "console.env" -}}
{{- $v := .Values -}}
{{- $mode := include "console.mode" . -}}
{{- $env := dict
  "HOST" "0.0.0.0"
  "PORT" "8080"
  "METRICS_PORT" "9090"
  "CONSOLE_DATA_DIR" "/data"
  "CONSOLE_AUTH" $mode
  "PUBLIC_URL" (printf "https://%s" $v.host)
  "AUDIT_LOG" (ternary "stdout" "store" $v.audit.stdout)
  "AUDIT_RETENTION_DAYS" (toString $v.audit.retentionDays)
-}}
{{- if eq $mode "oidc" -}}
{{- $_ := set $env "OIDC_ISSUER" $v.signIn.oidc.issuer -}}
{{- $_ := set $env "OIDC_CLIENT_ID" $v.signIn.oidc.clientId -}}
{{- $_ := set $env "OIDC_GROUPS_CLAIM" $v.signIn.oidc.groupsClaim -}}
{{- $_ := set $env "OIDC_SCOPES" $v.signIn.oidc.scopes -}}
{{- else if eq $mode "header" -}}
{{- $_ := set $env "TRUSTED_PROXIES" (join "," $v.signIn.header.trustedProxies) -}}
{{- $_ := set $env "HEADER_USER" $v.signIn.header.user -}}
{{- $_ := set $env "HEADER_NAME" $v.signIn.header.name -}}
{{- $_ := set $env "HEADER_GROUPS" $v.signIn.header.groups -}}
{{- end -}}
{{- if and $v.signIn.signOutUrl (has $mode (list "xsuaa" "header")) -}}
{{- $_ := set $env "SIGN_OUT_URL" $v.signIn.signOutUrl -}}
{{- end -}}
{{- if $v.access -}}
{{- $_ := set $env "CONSOLE_ACCESS_FILE" "/etc/aicore-console/access/access.yaml" -}}
{{- end -}}
{{- if $v.serviceKeys.secret -}}
{{- $_ := set $env "AICORE_SERVICE_KEYS_DIR" "/etc/aicore-console/keys" -}}
{{- end -}}
{{- if $v.proxy.https -}}
{{- $_ := set $env "HTTPS_PROXY" $v.proxy.https -}}
{{- $_ := set $env "NO_PROXY" $v.proxy.exceptions -}}
{{- end -}}
{{- if $v.certificates -}}
{{- $_ := set $env "NODE_EXTRA_CA_CERTS" "/etc/aicore-console/certificates/ca.pem" -}}
{{- end -}}
{{- range include "console.secretFiles" . | fromYamlArray -}}
{{- $_ := set $env .variable (printf "/run/secrets/%s/value" .volume) -}}
{{- end -}}
{{- range $variable, $value := $v.env -}}
{{- if hasKey $env $variable -}}
{{- fail (printf "env.%s is set by the chart's other values: leave it out." $variable) -}}
{{- end -}}
{{- $_ := set $env $variable (toString $value) -}}
{{- end -}}
{{- range $variable, $value := $env }}
- { name: {{ $variable }}, value: {{ $value | quote }} }
{{- end }}
{{- end -}}
