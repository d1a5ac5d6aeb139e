package io.gasminer.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of {@code docs/c2pa.md} is compiled and does what the page says. */
class DocumentedExampleTest {
  private static final Path PAGE = Path.of("docs", "c2pa.md");

  @TempDir private Path temp;

  @Test
  void theExampleCompilesAndItsSignatureIsTrusted() throws Exception {
    compile(example());
    Path picture = Files.write(temp.resolve("picture.png"), Samples.png());
    URL classes = temp.toUri().toURL();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes}, C2paReader.class.getClassLoader())) {
      Method run =
          loader.loadClass("Example").getDeclaredMethod("signAndVerify", Path.class, Path.class);
      run.setAccessible(true);
      assertThat(String.valueOf(run.invoke("static", picture, temp.resolve("signed.png"))))
          .isEqualTo("Trusted []");
    }
  }

  private void compile(String source) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(problems, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<String> options =
          List.of(
              "-d", temp.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
      boolean compiled =
          compiler.getTask(null, files, problems, options, null, List.of(new Text(source))).call();
      assertThat(compiled).as("%s", problems.getDiagnostics()).isTrue();
    }
  }

  private static String example() throws IOException {
    Path page = Path.of("").toAbsolutePath();
    while (!Files.exists(page.resolve(PAGE))) {
      page = Optional.ofNullable(page.getParent()).orElseThrow();
    }
    String text = Files.readString(page.resolve(PAGE));
    int start = text.indexOf("```java\n") + "```java\n".length();
    return text.substring(start, text.indexOf("```", start));
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(String text) {
      super(URI.create("string:///Example.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
