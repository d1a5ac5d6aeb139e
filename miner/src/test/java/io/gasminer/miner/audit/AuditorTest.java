package io.gasminer.miner.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gasminer.miner.explanation.SigningModels;
import io.gasminer.miner.generation.CatalogRow;
import io.gasminer.miner.generation.GenerationOutcome;
import io.gasminer.miner.generation.GenerationProvider;
import io.gasminer.miner.generation.GenerationRequest;
import io.gasminer.miner.generation.ModelCatalog;
import io.gasminer.miner.generation.SubmitOutcome;
import io.gasminer.miner.generation.http.Surroundings;
import io.gasminer.miner.generation.runway.RunwayProvider;
import io.gasminer.miner.generation.sandbox.SandboxModels;
import io.gasminer.miner.generation.sandbox.SandboxProvider;
import io.gasminer.miner.generation.standin.Reply;
import io.gasminer.miner.generation.standin.StandIn;
import io.gasminer.miner.generation.standin.Workshop;
import io.gasminer.miner.task.JobTicket;
import io.gasminer.miner.task.Modality;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Samples from the sandbox, and from Runway as a stand-in plays it. */
class AuditorTest {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String SUBMIT = "/v1/text_to_video";
  private static final byte[] UNSIGNED =
      "\0\0\0\u0014ftypisom\0\0\2\0isom\0\0\0\bfree".getBytes(StandardCharsets.ISO_8859_1);
  private static final String JOB = "/v1/tasks/job-1";

  /** The end of a process, as the code on the stack sees it. */
  private static final class Crash extends Error {
    private static final long serialVersionUID = 1;
  }

  @TempDir private Path state;

  private final StandIn vendor = new StandIn();
  private final Workshop workshop = new Workshop();
  private final Random random = new Random(7);
  private final ModelCatalog catalog = ModelCatalog.builtIn().and(SandboxModels.cards());
  private final Sample veo = sample("runway", Modality.VIDEO, "veo3.1");
  private final Sample picture = sample("sandbox", Modality.IMAGE, "sandbox-image");
  private EvidenceFolder folder = EvidenceFolder.in(Path.of("."));
  private Optional<SandboxProvider> sandbox = Optional.empty();

  @BeforeEach
  void open() throws IOException {
    folder = EvidenceFolder.in(state);
    sandbox =
        Optional.of(
            SandboxProvider.open(
                state,
                new SandboxProvider.Conduct(Duration.ofSeconds(3), 0),
                workshop,
                random,
                workshop::forward));
  }

  @AfterEach
  void close() {
    vendor.close();
  }

  @Test
  void aSampleThatPassesIsKeptWithItsTierAndTimeForItsOwnerAlone() throws IOException {
    Evidence found = judged(audit(picture, sandbox.orElseThrow()));
    assertThat(found.verdict()).isEqualTo(Evidence.Verdict.PASSED);
    assertThat(found.made().orElseThrow().tier()).contains("1K");
    assertThat(found.made().orElseThrow().size()).contains("1024x1024");
    assertThat(found.made().orElseThrow().took()).contains(Duration.ofSeconds(3));
    assertThat(found.facts()).containsEntry("c2pa_signer", "gas-miner Sandbox");
    assertThat(folder.find(picture.model())).contains(found);
    assertThat(folder.sample(found)).hasValueSatisfying(file -> assertThat(file).isNotEmptyFile());
    assertThat(folder.pending(picture.model())).isEmpty();
    try (Stream<Path> files = Files.list(folder.path())) {
      assertThat(files)
          .hasSize(2)
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  void aJobThatACrashLeftIsTakenUpAndNothingIsBoughtAgain() throws IOException {
    accepts();
    vendor.on("GET", JOB, state("RUNNING"));
    RunwayProvider dying =
        runway(
            new Surroundings(
                workshop,
                _ -> {
                  throw new Crash();
                },
                workshop.around().resolver(),
                workshop.around().events()));
    assertThatThrownBy(() -> audit(veo, dying)).isInstanceOf(Crash.class);
    assertThat(folder.pending(veo.model()).flatMap(PendingSample::ticket))
        .hasValueSatisfying(ticket -> assertThat(ticket.jobId()).isEqualTo("job-1"));
    succeedsWith(film());
    Evidence found = judged(audit(veo, runway(workshop.around())));
    assertThat(found.verdict()).isEqualTo(Evidence.Verdict.PASSED);
    assertThat(found.made().orElseThrow().took()).isEmpty();
    assertThat(vendor.asked("POST", SUBMIT)).hasSize(1);
    assertThat(folder.pending(veo.model())).isEmpty();
  }

  @Test
  void theTicketIsOnDiskBeforeTheFirstLook() {
    accepts();
    GenerationProvider looking =
        new Wrapped(runway(workshop.around())) {
          @Override
          public GenerationOutcome await(JobTicket ticket, Instant deadline) {
            try {
              assertThat(folder.pending(veo.model()).flatMap(PendingSample::ticket))
                  .contains(ticket);
            } catch (IOException unreadable) {
              throw new AssertionError(unreadable);
            }
            return new GenerationOutcome.StillRunning(Duration.ofSeconds(1));
          }
        };
    assertThat(audit(veo, looking)).isInstanceOf(AuditOutcome.Running.class);
  }

  @Test
  void aRequestWhoseAnswerNobodySawIsNotRepeatedUnasked() throws IOException {
    GenerationProvider dying =
        new Wrapped(runway(workshop.around())) {
          @Override
          public SubmitOutcome submit(GenerationRequest request, Instant deadline) {
            throw new Crash();
          }
        };
    assertThatThrownBy(() -> audit(veo, dying)).isInstanceOf(Crash.class);
    var name = folder.pending(veo.model()).orElseThrow().task();
    accepts();
    vendor.on("GET", JOB, state("RUNNING"));
    assertThat(audit(veo, runway(workshop.around())))
        .isInstanceOfSatisfying(
            AuditOutcome.NotMade.class,
            unsure -> {
              assertThat(unsure.maybeCharged()).isTrue();
              assertThat(unsure.next()).contains("--again");
            });
    assertThat(vendor.asked()).isEmpty();
    assertThat(auditor().audit(veo, runway(workshop.around()), PATIENCE, true))
        .isInstanceOf(AuditOutcome.Running.class);
    assertThat(folder.pending(veo.model()).orElseThrow().task()).isEqualTo(name);
  }

  @Test
  void aKeyThatIsRefusedIsTheOperatorsAndSaysNothingOfTheModel() throws IOException {
    vendor.on("POST", SUBMIT, Reply.json(401, "{\"error\":\"bad key\u001b[2J\u202e\"}"));
    assertThat(audit(veo, runway(workshop.around())))
        .isInstanceOfSatisfying(
            AuditOutcome.NotMade.class,
            refused -> {
              assertThat(refused.reason())
                  .contains("401", "bad key")
                  .doesNotContain("\u001b", "\u202e");
              assertThat(refused.fault()).startsWith("yours");
              assertThat(refused.next()).contains("RUNWAYML_API_KEY");
              assertThat(refused.maybeCharged()).isFalse();
            });
    assertThat(folder.find(veo.model())).isEmpty();
    assertThat(folder.pending(veo.model())).isEmpty();
  }

  @Test
  void aModelThatTheServiceDoesNotServeIsEvidence() {
    vendor.on("POST", SUBMIT, Reply.json(404, "{\"error\":\"no such model\"}"));
    Evidence found = judged(audit(veo, runway(workshop.around())));
    assertThat(found.verdict()).isEqualTo(Evidence.Verdict.NOT_SERVED);
    assertThat(found.problem().orElseThrow().words()).contains("no such model");
    assertThat(folder.find(veo.model())).contains(found);
  }

  @Test
  void mediaThatNobodySignedAreRefusedWithWhoseFaultThatIs() {
    accepts();
    succeedsWith(UNSIGNED);
    Evidence found = judged(audit(veo, runway(workshop.around())));
    assertThat(found.verdict()).isEqualTo(Evidence.Verdict.REFUSED);
    assertThat(found.problem().orElseThrow().words()).startsWith("No C2PA manifest found");
    assertThat(found.problem().orElseThrow().fault()).isEqualTo("the choice of the model");
    assertThat(found.problem().orElseThrow().next()).contains("VIDEO_SERVICE=openrouter");
    assertThat(folder.sample(found)).isPresent();
    assertThat(folder.find(veo.model())).contains(found);
  }

  @Test
  void mediaFromBeforeTheRequestAreRefused() throws IOException {
    byte[] old = film();
    workshop.forward(Duration.ofMinutes(11));
    accepts();
    succeedsWith(old);
    Evidence found = judged(audit(veo, runway(workshop.around())));
    assertThat(found.problem().orElseThrow().words())
        .isEqualTo("C2PA manifest signed before challenge was issued");
    assertThat(found.problem().orElseThrow().fault()).contains("clock");
  }

  @Test
  void aJobThatEndsWithoutMediaIsSettledAndMayBeCharged() throws IOException {
    accepts();
    vendor.on("GET", JOB, Reply.json(200, "{\"status\":\"FAILED\",\"failure\":\"out of paint\"}"));
    assertThat(audit(veo, runway(workshop.around())))
        .isInstanceOfSatisfying(
            AuditOutcome.NotMade.class,
            lost -> {
              assertThat(lost.reason()).contains("out of paint");
              assertThat(lost.maybeCharged()).isTrue();
            });
    assertThat(folder.pending(veo.model())).isEmpty();
  }

  @Test
  void nothingIsAskedForWhereItCannotBeRemembered() throws IOException {
    Files.writeString(state.resolve("evidence"), "a file in the way");
    accepts();
    assertThat(audit(veo, runway(workshop.around())))
        .isInstanceOfSatisfying(
            AuditOutcome.NotMade.class,
            refused -> assertThat(refused.reason()).contains("cannot be kept"));
    assertThat(vendor.asked()).isEmpty();
  }

  private AuditOutcome audit(Sample sample, GenerationProvider provider) {
    return auditor().audit(sample, provider, PATIENCE, false);
  }

  private Auditor auditor() {
    SampleJudge judge =
        SampleJudge.of(
            sandbox.map(SandboxProvider::authority),
            new SigningModels(catalog, LocalDate.of(2026, 11, 24)),
            workshop);
    return new Auditor(folder, judge, () -> new UUID(1, random.nextLong()), workshop);
  }

  private RunwayProvider runway(Surroundings around) {
    return new RunwayProvider(vendor.base(), Workshop.KEY, around);
  }

  private Sample sample(String service, Modality modality, String model) {
    CatalogRow row = catalog.find(service, modality, model).orElseThrow();
    return new Sample(row, Optional.empty());
  }

  private void accepts() {
    vendor.on("POST", SUBMIT, Reply.json(200, "{\"id\":\"job-1\"}"));
  }

  private void succeedsWith(byte[] media) {
    vendor.on("GET", "/film.mp4", Reply.bytes(200, "video/mp4", media));
    vendor.on(
        "GET",
        JOB,
        Reply.json(
            200, "{\"status\":\"SUCCEEDED\",\"output\":[\"" + vendor.base() + "/film.mp4\"]}"));
  }

  private static Reply state(String state) {
    return Reply.json(200, "{\"id\":\"job-1\",\"status\":\"" + state + "\"}");
  }

  /** A film that the judge accepts, as it trusts the sandbox. */
  private byte[] film() throws IOException {
    Sample made = sample("sandbox", Modality.VIDEO, "sandbox-video");
    Evidence evidence = judged(audit(made, sandbox.orElseThrow()));
    return Files.readAllBytes(folder.sample(evidence).orElseThrow());
  }

  private static Evidence judged(AuditOutcome outcome) {
    assertThat(outcome).isInstanceOf(AuditOutcome.Judged.class);
    return ((AuditOutcome.Judged) outcome).evidence();
  }

  /** A provider that another one stands behind. */
  private static class Wrapped implements GenerationProvider {
    private final GenerationProvider inner;

    Wrapped(GenerationProvider inner) {
      this.inner = inner;
    }

    @Override
    public String name() {
      return inner.name();
    }

    @Override
    public String serviceName() {
      return inner.serviceName();
    }

    @Override
    public Set<Modality> modalities() {
      return inner.modalities();
    }

    @Override
    public SubmitOutcome submit(GenerationRequest request, Instant deadline) {
      return inner.submit(request, deadline);
    }

    @Override
    public GenerationOutcome await(JobTicket ticket, Instant deadline) {
      return inner.await(ticket, deadline);
    }
  }
}
