# docker build -t gas-miner .        How to run it: docs/install.md#docker
FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN mvn -B -q -Dmaven.test.skip=true -pl distribution -am package \
    && mkdir /out && tar -xzf distribution/target/gas-miner-*.tar.gz -C /out --strip-components=1

FROM eclipse-temurin:25-jre
# As the user that runs it, and with a home that is a volume: settings, wallets, content, state.
RUN groupadd --system --gid 10001 gas-miner \
    && useradd --system --uid 10001 --gid gas-miner --home-dir /var/lib/gas-miner --create-home gas-miner
COPY --from=build --chown=root:root /out /opt/gas-miner
ENV PATH="/opt/gas-miner/bin:$PATH" GASCLI_HOME=/var/lib/gas-miner HOME=/var/lib/gas-miner
# Archives of classes are made here once, and not in every container; then nobody writes there again.
RUN ln -s /opt/gas-miner/bin/gascli /usr/local/bin/gascli \
    && GASCLI_MAKE_ARCHIVES=1 gascli --version
ENV GASCLI_NO_ARCHIVE=1 BT_AXON_IP=0.0.0.0 BT_AXON_PORT=8093
USER gas-miner
WORKDIR /var/lib/gas-miner
VOLUME /var/lib/gas-miner
EXPOSE 8093
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=15s --start-period=60s --retries=3 CMD ["gascli", "generator", "status"]
ENTRYPOINT ["gascli"]
CMD ["generator", "run"]
