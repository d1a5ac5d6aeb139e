package io.gasminer.gascli;

import io.gasminer.c2pa.C2paReader;
import io.gasminer.c2pa.Forecast;
import io.gasminer.c2pa.ReadResult;
import io.gasminer.miner.provenance.PolicyWalk;
import io.gasminer.miner.provenance.Sn34Forecast;
import io.gasminer.miner.provenance.Sn34Policy;
import io.gasminer.miner.provenance.Sn34Verdict;
import java.nio.file.Files;
import java.nio.file.Path;

/** What verifying one file ended in. */
sealed interface FileVerdict {
  Path file();

  boolean passed();

  /**
   * The file could be opened; what was read in it, and what the policy makes of that.
   *
   * @param newer the verdict by the next version of the validators' library
   */
  record Judged(Path file, ReadResult read, PolicyWalk walk, Sn34Verdict newer)
      implements FileVerdict {
    Sn34Verdict verdict() {
      return walk.verdict();
    }

    Sn34Forecast forecast() {
      return new Sn34Forecast(verdict(), newer);
    }

    @Override
    public boolean passed() {
      return verdict().verified();
    }
  }

  /** There is no such file. */
  record Missing(Path file) implements FileVerdict {
    @Override
    public boolean passed() {
      return false;
    }
  }

  /** Owns the judging of files by one trust and one policy. */
  record Judge(C2paReader reader, Sn34Policy policy) {
    FileVerdict judge(Path file) {
      if (!Files.isRegularFile(file)) {
        return new Missing(file);
      }
      Forecast read = reader.forecast(file);
      return new Judged(
          file, read.pinned(), policy.walk(read.pinned()), policy.judge(read.newer()));
    }
  }
}
