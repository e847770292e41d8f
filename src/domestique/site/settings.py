"""Django's settings. What an installation decides is read from the environment; everything else is fixed here."""

import os
from pathlib import Path

from csp.constants import NONE, SELF

from domestique.access.ways import way_of_entering
from domestique.site.database import beside, database_settings
from domestique.site.keys import kept_key
from domestique.site.mail import mail_settings
from domestique.site.memory import remembered_mb

DATABASES = {"default": database_settings(os.environ.get("DOMESTIQUE_DATABASE", ""))}

# Who lets people in: "embedded" is one person at her own computer, "accounts" is people who log in.
DOMESTIQUE_LOGIN = way_of_entering(os.environ.get("DOMESTIQUE_LOGIN", ""))
SECRET_KEY = os.environ.get("DOMESTIQUE_SECRET_KEY") or kept_key(DATABASES["default"])
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", "testserver"]

INSTALLED_APPS = [
    "domestique.records",
    "domestique.vocabulary",
    "domestique.parties",
    "domestique.calendars",
    "domestique.access",
    "domestique.portfolio",
    "domestique.agreements",
    "domestique.consumption",
    "domestique.delivery",
    "domestique.impact",
    "domestique.costing",
    "domestique.satisfaction",
    "domestique.relations",
    "domestique.improvement",
    "domestique.exchange",
    "domestique.lists",
    "domestique.web",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "simple_history",
    "csp",
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "domestique.web.entrance.Entrance",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = bool(os.environ.get("DOMESTIQUE_HTTPS"))
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "DIRS": sorted((Path(__file__).parents[1] / "answers").glob("*/templates")),
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "domestique.web.context.page_context",
            ],
            "libraries": {
                "list_cells": "domestique.answers.tables.list_cells",
                "pictures": "domestique.answers.charts.pictures",
                "promise_cells": "domestique.answers.promises.promise_cells",
            },
            "builtins": [
                "domestique.web.templatetags.shown",
                "domestique.web.templatetags.drawn",
                "django.templatetags.i18n",
                "django.templatetags.static",
            ],
        },
    }
]
ROOT_URLCONF = "domestique.site.urls"
ROOT_COMMANDS = "domestique.site.commands.application"
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

MAIL = mail_settings(os.environ.get("DOMESTIQUE_MAIL", ""))
EMAIL_BACKEND = MAIL.backend
EMAIL_HOST, EMAIL_PORT = MAIL.host, MAIL.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL.user, MAIL.password
EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL.uses_tls, MAIL.uses_ssl
EMAIL_FILE_PATH = MAIL.folder or None
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = MAIL.sender
# How much of what was reckoned a process remembers; what was asked for longest ago is forgotten first.
DOMESTIQUE_REMEMBERED_MB = remembered_mb(os.environ.get("DOMESTIQUE_REMEMBERED_MB", ""))
# Where what took long to reckon is kept for processes that start later; nowhere: None.
REMEMBERED_IN = beside(DATABASES["default"], "remembered")
# Where people who get a letter reach the pages.
PUBLIC_ADDRESS = os.environ.get("DOMESTIQUE_ADDRESS", "http://127.0.0.1:8000")
