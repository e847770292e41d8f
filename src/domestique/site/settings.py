"""Django's settings. What an installation decides is read from the environment; everything else is fixed here."""

from __future__ import annotations

import os
import secrets

from csp.constants import NONE, SELF

from domestique.site.database import database_settings

DATABASES = {"default": database_settings(os.environ.get("DOMESTIQUE_DATABASE", ""))}

# Nothing is signed that outlives a run: there are no accounts or sessions on a one-person installation.
SECRET_KEY = os.environ.get("DOMESTIQUE_SECRET_KEY") or secrets.token_urlsafe(50)
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", "testserver"]

INSTALLED_APPS = [
    "domestique.records",
    "domestique.vocabulary",
    "domestique.calendars",
    "domestique.parties",
    "domestique.portfolio",
    "domestique.agreements",
    "domestique.delivery",
    "domestique.consumption",
    "domestique.impact",
    "domestique.costing",
    "domestique.satisfaction",
    "domestique.relations",
    "domestique.exchange",
    "domestique.lists",
    "domestique.web",
    "django.contrib.staticfiles",
    "simple_history",
    "csp",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "domestique.web.context.page_context",
            ],
            "builtins": [
                "domestique.web.templatetags.shown",
                "django.templatetags.i18n",
                "django.templatetags.static",
            ],
        },
    }
]
ROOT_URLCONF = "domestique.site.urls"
WSGI_APPLICATION = "domestique.site.wsgi.application"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English")]  # a language is offered when all of it is translated
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "domestique.web.refusing.show_foreign_form"
SILENCED_SYSTEM_CHECKS: list[str] = []
