import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes the jars in a folder fit for the JVM's archive of loaded classes, in place.
 *
 * <p>The archive leaves out classes of signed jars, and classes without stack maps (class files
 * older than version 50), which are then read and verified at every start. So signatures are
 * dropped, whose jars Maven has checked by their hash, and such class files get stack maps.
 *
 * <p>picocli asks each time it starts for a class of Groovy, which is not on the class path, so
 * that all jars are opened and looked through: a third of a short command. It is told at once that
 * there is none. Nothing else changes.
 */
final class ArchivableJars {
  private static final LocalDateTime LONG_AGO = LocalDateTime.of(1980, 2, 1, 0, 0);
  private static final int FIRST_WITH_STACK_MAPS = 50;
  private static final int RAISED_TO = 52;
  private static final int MAJOR_VERSION_AT = 6;

  private static final CodeTransform NOTHING_FOUND =
      new CodeTransform() {
        @Override
        public void accept(CodeBuilder builder, CodeElement element) {
          // What stood there goes.
        }

        @Override
        public void atEnd(CodeBuilder builder) {
          builder.aconst_null().areturn();
        }
      };

  private ArchivableJars() {}

  public static void main(String[] arguments) throws IOException {
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(arguments[0]), "*.jar")) {
      for (Path jar : jars) {
        Map<String, byte[]> entries = entries(jar);
        if (entries.entrySet().stream().anyMatch(e -> isSignature(e.getKey()) || isOld(e))) {
          replace(jar, entries);
        }
      }
    }
  }

  private static Map<String, byte[]> entries(Path jar) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        try (InputStream content = zip.getInputStream(entry)) {
          entries.put(entry.getName(), content.readAllBytes());
        }
      }
    }
    return entries;
  }

  private static void replace(Path jar, Map<String, byte[]> entries) throws IOException {
    Path fresh = jar.resolveSibling(jar.getFileName() + ".new");
    ClassFile classes = classFile(entries);
    try (OutputStream out = Files.newOutputStream(fresh);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        if (!isSignature(entry.getKey())) {
          ZipEntry written = new ZipEntry(entry.getKey());
          // The same everywhere, whenever Maven fetched the jar.
          written.setTimeLocal(LONG_AGO);
          zip.putNextEntry(written);
          zip.write(isOld(entry) ? raised(classes, entry.getValue()) : entry.getValue());
          zip.closeEntry();
        }
      }
    }
    Files.move(fresh, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private static byte[] raised(ClassFile classes, byte[] bytes) {
    ClassModel model = classes.parse(bytes);
    return classes.transformClass(
        model,
        ClassTransform.transformingMethodBodies(ArchivableJars::asksForGroovy, NOTHING_FOUND)
            .andThen(ClassTransform.endHandler(builder -> builder.withVersion(RAISED_TO, 0))));
  }

  private static boolean asksForGroovy(MethodModel method) {
    return method.methodName().equalsString("loadClosureClass")
        && method.methodType().equalsString("()Ljava/lang/Class;");
  }

  private static ClassFile classFile(Map<String, byte[]> entries) {
    ClassHierarchyResolver inJar =
        ClassHierarchyResolver.ofResourceParsing(
            type -> {
              String name = type.descriptorString();
              byte[] found = entries.get(name.substring(1, name.length() - 1) + ".class");
              return found == null ? null : new ByteArrayInputStream(found);
            });
    return ClassFile.of(
        ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
        ClassFile.ConstantPoolSharingOption.NEW_POOL,
        ClassFile.ClassHierarchyResolverOption.of(
            inJar.orElse(ClassHierarchyResolver.defaultResolver())));
  }

  private static boolean isOld(Map.Entry<String, byte[]> entry) {
    byte[] bytes = entry.getValue();
    return entry.getKey().endsWith(".class")
        && bytes.length > MAJOR_VERSION_AT + 1
        && (bytes[MAJOR_VERSION_AT] << 8 | bytes[MAJOR_VERSION_AT + 1] & 0xFF)
            < FIRST_WITH_STACK_MAPS;
  }

  private static boolean isSignature(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return upper.startsWith("META-INF/")
        && upper.lastIndexOf('/') == "META-INF".length()
        && (upper.endsWith(".SF")
            || upper.endsWith(".RSA")
            || upper.endsWith(".DSA")
            || upper.endsWith(".EC"));
  }
}
