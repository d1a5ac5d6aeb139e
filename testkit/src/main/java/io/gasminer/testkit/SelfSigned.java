package io.gasminer.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Owns a fresh key and its certificate, for which nobody else vouches. */
public final class SelfSigned {
  private static final char[] PASSWORD = "for-a-test".toCharArray();

  private SelfSigned() {}

  /**
   * What a server of that host shows, and who trusts it and nobody else.
   *
   * @param folder where the key is laid down
   */
  public static SSLContext of(String host, Path folder)
      throws IOException, GeneralSecurityException, InterruptedException {
    Path store = folder.resolve(host + ".p12");
    make(host, store);
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, PASSWORD);
    trusted.setCertificateEntry("server", keys.getCertificate("server"));
    KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
    own.init(keys, PASSWORD);
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private static void make(String host, Path store) throws IOException, InterruptedException {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> command = new ArrayList<>(List.of(keytool));
    command.addAll(
        ("-genkeypair -alias server -keyalg EC -dname CN=%1$s -ext san=dns:%1$s -validity 2"
                + " -storetype PKCS12 -keystore")
            .formatted(host)
            .transform(words -> List.of(words.split(" ", -1))));
    command.addAll(List.of(store.toString(), "-storepass", new String(PASSWORD)));
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IOException("keytool made no key for " + host);
    }
  }
}
