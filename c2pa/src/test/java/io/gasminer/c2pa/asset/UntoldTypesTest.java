package io.gasminer.c2pa.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.gasminer.c2pa.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the library recognises beyond the validators' table, which never changes by it. */
class UntoldTypesTest {
  @Test
  void everyTypeIsRecognisedAndTheValidatorsSeeNone() throws IOException {
    Map<String, MediaType> expected = new LinkedHashMap<>();
    expected.put("%PDF-1.4\n", MediaType.PDF);
    expected.put("OTTO\0\1", MediaType.OTF);
    expected.put("\0\1\0\0\0\1", MediaType.TTF);
    expected.put("II+\0\b\0\0\0", MediaType.BIG_TIFF);
    expected.put("MM\0+\0\b\0\0", MediaType.BIG_TIFF);
    expected.put("\0\0\0\1jumb\0\0\0\1jumdc2pa", MediaType.STORE);
    expected.put("<svg>", MediaType.SVG);
    expected.put(" \n<!DOCTYPE svg [<!ENTITY a 'b'>]><!-- <a> --><svg/>", MediaType.SVG);
    expected.put("\u00EF\u00BB\u00BF<?xml version='1.0'?><svg a='<b>'>", MediaType.SVG);
    expected.put("<html><svg></svg></html>", MediaType.UNKNOWN);
    expected.put("a <svg>", MediaType.UNKNOWN);
    expected.put("<svgx>", MediaType.UNKNOWN);
    expected.put("<svg", MediaType.UNKNOWN);
    expected.put("\u00FF\n", MediaType.UNKNOWN);
    expected.put("", MediaType.UNKNOWN);
    for (Map.Entry<String, MediaType> row : expected.entrySet()) {
      byte[] bytes = row.getKey().getBytes(StandardCharsets.ISO_8859_1);
      try (Source source = Source.of(bytes)) {
        assertThat(MediaType.recognised(source)).as(row.getKey()).isEqualTo(row.getValue());
        assertThat(MediaType.of(source)).as(row.getKey()).isEqualTo(MediaType.UNKNOWN);
      }
      assertThat(row.getValue().isTold()).isFalse();
    }
    try (Source source = Source.of(Samples.jpegXl())) {
      assertThat(MediaType.recognised(source)).isEqualTo(MediaType.JPEG_XL);
    }
  }

  @Test
  void commentsWithoutNumberEndSoon() throws IOException {
    byte[] comments = "<!---->".repeat(3000).getBytes(StandardCharsets.ISO_8859_1);
    try (Source source = Source.of(comments)) {
      assertThat(MediaType.recognised(source)).isEqualTo(MediaType.UNKNOWN);
    }
  }

  @Test
  void aTypeIsNamedByItsExtensionOrItsMediaType() {
    assertThat(MediaType.named("jpg")).contains(MediaType.JPEG);
    assertThat(MediaType.named("image/svg+xml")).contains(MediaType.SVG);
    assertThat(MediaType.named("psd")).isEmpty();
  }
}
