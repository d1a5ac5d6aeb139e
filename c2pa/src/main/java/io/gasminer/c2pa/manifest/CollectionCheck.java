package io.gasminer.c2pa.manifest;

import static io.gasminer.c2pa.manifest.HardBindingCheck.require;

import io.gasminer.c2pa.asset.AssetDigest;
import io.gasminer.c2pa.asset.Folder;
import io.gasminer.c2pa.status.StatusCode;
import io.gasminer.c2pa.status.StatusLog;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * Owns the check that the files of a folder are those that a manifest lists (specification
 * §15.12.5). Files that are not listed are nobody's business. No file is opened before every URI is
 * known to stay in the folder.
 */
final class CollectionCheck {
  private final Folder folder;
  private final StatusLog log;

  CollectionCheck(Folder folder, StatusLog log) {
    this.folder = folder;
    this.log = log;
  }

  void check(Assertion assertion, String url) throws IOException {
    try {
      check(CollectionHash.of(assertion));
      log.success(StatusCode.ASSERTION_COLLECTION_HASH_MATCH, url, "collection hash valid");
    } catch (Mismatch mismatch) {
      log.failure(
          mismatch.codeOr(StatusCode.ASSERTION_COLLECTION_HASH_MISMATCH),
          url,
          "collection hash error: " + mismatch.getMessage());
    }
  }

  private void check(CollectionHash collection) throws Mismatch, IOException {
    List<CollectionUri> uris = new ArrayList<>();
    for (CollectionHash.Member file : collection.files()) {
      uris.add(
          CollectionUri.of(file.uri())
              .orElseThrow(
                  () ->
                      Mismatch.of(
                          StatusCode.ASSERTION_COLLECTION_HASH_INVALID_URI,
                          "a URI that may leave the folder: " + CollectionUri.shown(file.uri()))));
    }
    for (int i = 0; i < uris.size(); i++) {
      CollectionHash.Member file = collection.files().get(i);
      byte[] found = hash(uris.get(i), file.uri(), collection.algorithm());
      require(
          MessageDigest.isEqual(file.hash(), found),
          "a file does not match: " + CollectionUri.shown(file.uri()));
    }
  }

  private byte[] hash(CollectionUri uri, String text, String algorithm)
      throws Mismatch, IOException {
    MessageDigest digest =
        AssetDigest.named(algorithm)
            .orElseThrow(
                () -> Mismatch.of(StatusCode.ALGORITHM_UNSUPPORTED, "an unsupported algorithm"));
    try {
      for (List<String> names : uri.ways()) {
        if (folder.digest(names, digest)) {
          return digest.digest();
        }
      }
    } catch (IOException failed) {
      // The system's message would hold the URI as it is.
      throw new IOException("the listed file " + CollectionUri.shown(text), failed);
    }
    throw Mismatch.of(
        StatusCode.ASSERTION_COLLECTION_HASH_INCORRECT_FILE_COUNT,
        "no such file in the folder: " + CollectionUri.shown(text));
  }
}
