# The program and the course. Needs DATABASE_URL and keys; see docs/operating.md.

FROM rust:1.95-bookworm AS build
WORKDIR /source
COPY . .
# The caches are kept between builds; the program is copied out of them.
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/source/target \
    cargo build --locked --release --bin connectoo \
    && cp target/release/connectoo /connectoo

FROM debian:bookworm-slim
# A user without rights, and the folder where keys are made; a volume takes over its owner and mode.
RUN groupadd --gid 10001 connectoo \
    && useradd --uid 10001 --gid connectoo --no-create-home --home-dir /var/lib/connectoo --shell /usr/sbin/nologin connectoo \
    && install --directory --owner=connectoo --group=connectoo --mode=0700 /var/lib/connectoo /var/lib/connectoo/keys
COPY --from=build /connectoo /usr/local/bin/connectoo
COPY course-content /srv/connectoo/course-content
COPY LICENSE certificates/FONTS.txt /usr/share/doc/connectoo/
WORKDIR /srv/connectoo
USER 10001:10001
ENV CONNECTOO_LISTEN=0.0.0.0:8080 \
    CONNECTOO_DATA_DIR=/var/lib/connectoo \
    CONNECTOO_LOG_FORMAT=json
EXPOSE 8080
# No HEALTHCHECK: the orchestrator asks /health/ready.
STOPSIGNAL SIGTERM
ENTRYPOINT ["connectoo"]
CMD ["serve"]
