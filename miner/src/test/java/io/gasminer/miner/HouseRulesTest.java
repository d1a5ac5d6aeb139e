package io.gasminer.miner;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Executes the rules that docs/architecture.md and CONTRIBUTING.md state. */
class HouseRulesTest {
  private static final int LONGEST_FILE = 400;
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.gasminer");

  @Test
  void theLibrariesKnowNobody() {
    noClasses()
        .that()
        .resideInAPackage("io.gasminer.c2pa..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.gasminer.bittensor..", "io.gasminer.miner..", "io.gasminer.gascli..")
        .check(ALL);
    noClasses()
        .that()
        .resideInAPackage("io.gasminer.bittensor..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.gasminer.c2pa..", "io.gasminer.miner..", "io.gasminer.gascli..")
        .check(ALL);
  }

  @Test
  void nothingThatRunsKnowsTheTestkit() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.gasminer.testkit..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.gasminer.testkit..")
        .check(ALL);
  }

  @Test
  void theTaskImportsNoSibling() {
    classes()
        .that()
        .resideInAPackage("io.gasminer.miner.task")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("io.gasminer.miner.task", "java..", "org.jspecify..")
        .check(ALL);
  }

  @Test
  void httpAndDeliveryMeetOnlyThroughTheTask() {
    noClasses()
        .that()
        .resideInAPackage("io.gasminer.miner.http..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.gasminer.miner.delivery..")
        .check(ALL);
    noClasses()
        .that()
        .resideInAPackage("io.gasminer.miner.delivery..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.gasminer.miner.http..", "io.gasminer.miner.admission..")
        .check(ALL);
  }

  @Test
  void providersDoNotKnowEachOther() {
    slices()
        .matching("io.gasminer.miner.generation.(*)..")
        .should()
        .notDependOnEachOther()
        // What they share on the wire, and the one package that puts them on the rack.
        .ignoreDependency(
            DescribedPredicate.alwaysTrue(), resideInAPackage("io.gasminer.miner.generation.http"))
        .ignoreDependency(
            resideInAPackage("io.gasminer.miner.generation.rack"), DescribedPredicate.alwaysTrue())
        .check(ALL);
  }

  @Test
  void theHttpServersLibraryIsKnownToOnePackage() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.gasminer.miner.http..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.helidon..")
        .check(ALL);
  }

  @Test
  void namesSayWhatAThingOwns() {
    for (String suffix :
        List.of("Util", "Utils", "Helper", "Manager", "Processor", "Impl", "Data", "Info")) {
      noClasses().should().haveSimpleNameEndingWith(suffix).check(ALL);
    }
  }

  @Test
  void timeChanceAndWaitingAreHandedIn() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("io.gasminer.miner.task.Pause")
        .should()
        .callMethodWhere(calls(Thread.class, "sleep"))
        .orShould()
        .callMethodWhere(calls(Instant.class, "now"))
        .orShould()
        .callMethodWhere(calls(System.class, "currentTimeMillis"))
        .orShould()
        .callMethodWhere(calls(Math.class, "random"))
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Random.class)
        .check(ALL);
  }

  @Test
  void nothingStaticChanges() {
    com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields()
        .that()
        .areStatic()
        .should()
        .beFinal()
        .check(ALL);
  }

  @Test
  void classesAreFinalUnlessTheyAreMadeToBeImplemented() {
    classes()
        .that()
        .areNotInterfaces()
        .and()
        .areNotEnums()
        .and()
        .areNotAnonymousClasses()
        .and()
        .doNotHaveModifier(JavaModifier.SYNTHETIC)
        .should()
        .haveModifier(JavaModifier.FINAL)
        .orShould()
        .haveModifier(JavaModifier.ABSTRACT)
        .check(ALL);
  }

  @Test
  void everyPackageSaysItsPurposeAndHasNoNulls() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path folder : sources().map(Path::getParent).distinct().toList()) {
      Path info = folder.resolve("package-info.java");
      if (!Files.exists(info)) {
        wrong.add(folder + " has no package-info.java");
      } else if (!Files.readString(info).contains("@NullMarked")) {
        wrong.add(info + " lacks @NullMarked");
      } else if (!Files.readString(info).startsWith("/**")) {
        wrong.add(info + " does not say its purpose");
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void noFileIsTooLongToRead() throws IOException {
    List<String> wrong =
        sources().filter(file -> lines(file) > LONGEST_FILE).map(Path::toString).toList();
    assertThat(wrong).isEmpty();
  }

  private static Stream<Path> sources() throws IOException {
    List<Path> all = new ArrayList<>();
    for (String module : List.of("testkit", "c2pa", "bittensor", "miner", "cli")) {
      Path root = Path.of("..", module, "src", "main", "java");
      if (Files.isDirectory(root)) {
        try (Stream<Path> files = Files.walk(root)) {
          files.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
        }
      }
    }
    return all.stream();
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static DescribedPredicate<? super JavaCall<?>> calls(Class<?> type, String method) {
    return target(
            owner(DescribedPredicate.describe(type.getSimpleName(), c -> c.isEquivalentTo(type))))
        .and(target(name(method)));
  }
}
