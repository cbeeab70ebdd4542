# Baocao in a container. Targets: slim (Word only), full (LibreOffice and a typeface too: PDF as well; the default).
# It serves the messengers that are set up; `baocao demo` as the command serves the simulator. Data lies in /data.
FROM python:3.11-slim AS packages
COPY requirements.txt /tmp/requirements.txt
RUN python -m venv /opt/baocao \
    && /opt/baocao/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r /tmp/requirements.txt

FROM python:3.11-slim AS slim
ENV PATH=/opt/baocao/bin:$PATH \
    PYTHONPATH=/app \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    LANG=C.UTF-8 \
    TZ=Asia/Ho_Chi_Minh \
    BAOCAO_HTTP_HOST=0.0.0.0 \
    BAOCAO_HTTP_PORT=8080 \
    BAOCAO_METRICS_HOST=0.0.0.0 \
    BAOCAO_METRICS_PORT=9464 \
    BAOCAO_DATABASE_URL=sqlite:////data/baocao.sqlite \
    BAOCAO_LOG_FORMAT=json
RUN groupadd --system --gid 10001 baocao \
    && useradd --system --uid 10001 --gid 10001 --home-dir /data --shell /usr/sbin/nologin baocao \
    && install -d -o baocao -g baocao -m 0750 /data \
    && printf '#!/bin/sh\nexec python -m bot "$@"\n' > /usr/local/bin/baocao \
    && chmod 0755 /usr/local/bin/baocao
COPY --from=packages /opt/baocao /opt/baocao
COPY bot /app/bot
COPY handlers /app/handlers
COPY storage /app/storage
COPY templates /app/templates
COPY reporting /app/reporting
WORKDIR /app
USER 10001:10001
VOLUME /data
EXPOSE 8080 9464
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=40s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as u; u.urlopen('http://127.0.0.1:' + (os.environ.get('PORT') or os.environ['BAOCAO_HTTP_PORT']) + '/healthz', timeout=4)"]
CMD ["baocao", "serve"]

FROM slim AS full
USER root
RUN apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
        libreoffice-writer-nogui fonts-liberation2 fontconfig \
    && rm -rf /var/lib/apt/lists/*
USER 10001:10001
