{{- define "console.name" -}}
{{- if contains .Chart.Name .Release.Name -}}
{{- .Release.Name | trunc 50 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name .Chart.Name | trunc 50 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "console.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "console.labels" -}}
{{ include "console.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end -}}

{{- define "console.image" -}}
{{- with .Values.image -}}
{{- if .digest -}}
{{ .repository }}@{{ .digest }}
{{- else -}}
{{ .repository }}:{{ .tag | default $.Chart.AppVersion }}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* YAML reads an unquoted off as false. */}}
{{- define "console.mode" -}}
{{- ternary "off" (toString .Values.signIn.mode) (eq (toString .Values.signIn.mode) "false") -}}
{{- end -}}

{{/* What the schema cannot express: values that depend on each other. */}}
{{- define "console.check" -}}
{{- $v := .Values -}}
{{- $mode := include "console.mode" . -}}
{{- if and (eq $mode "oidc") (or (not $v.signIn.oidc.issuer) (not $v.signIn.oidc.clientId)) -}}
{{- fail "signIn.mode oidc needs signIn.oidc.issuer and signIn.oidc.clientId." -}}
{{- end -}}
{{- if and (eq $mode "xsuaa") (not $v.signIn.xsuaa.serviceKey.name) -}}
{{- fail "signIn.mode xsuaa needs signIn.xsuaa.serviceKey.name, a Secret with the service key." -}}
{{- end -}}
{{- if and (eq $mode "header") (not $v.signIn.header.trustedProxies) -}}
{{- fail "signIn.mode header needs signIn.header.trustedProxies: without it, anyone could claim to be someone else." -}}
{{- end -}}
{{- if and (eq $mode "off") (or $v.ingress.enabled $v.apiRule.enabled) -}}
{{- fail "signIn.mode off lets everyone change your tenants: choose another mode, or leave ingress and apiRule off." -}}
{{- end -}}
{{- if and $v.ingress.enabled $v.apiRule.enabled -}}
{{- fail "ingress and apiRule are two ways in: enable one." -}}
{{- end -}}
{{- if and $v.ingress.enabled (not $v.ingress.tlsSecret) -}}
{{- fail "ingress needs ingress.tlsSecret: sessions and credentials do not travel over plain http." -}}
{{- end -}}
{{- if and (gt (int $v.replicaCount) 1) (not $v.database.url.name) -}}
{{- fail "Several gateways need a shared PostgreSQL database: set database.url.name, or replicaCount to 1." -}}
{{- end -}}
{{- if not (or $v.serviceKeys.secret $v.serviceKeys.bindings $v.serviceKeys.instances) -}}
{{- fail "Name your tenants with serviceKeys.secret, serviceKeys.bindings or serviceKeys.instances." -}}
{{- end -}}
{{- end -}}
