package io.gasminer.c2pa.asset;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;

/** Makes small PDFs with any store. */
public final class PdfSamples {
  private static final String CATALOG = "<</Type/Catalog/Pages 2 0 R/AF[4 0 R 5 0 R]>>";
  private static final String PAGES = "<</Type/Pages/Kids[]/Count 0/Note(a \\) (b))>>";
  private static final String OTHER = "<</Type/Filespec/AFRelationship/Source>>";
  private static final String FILE =
      "<</Type/Filespec/AFRelationship/C2PA#5fManifest/EF 7 0 R/Desc<48 69>>>";
  private static final String FILES = "<</F 8 0 R/Size 1.5/None null>>";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Integer> offsets = new ArrayList<>();

  private PdfSamples() {
    write("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
    offsets.add(0);
  }

  /** With a table, and the length of the store in an object of its own. */
  public static byte[] withTable(byte[] store) {
    PdfSamples pdf = new PdfSamples();
    for (String value : List.of(CATALOG, PAGES, String.valueOf(store.length), OTHER, FILE, "[]")) {
      pdf.object(value);
    }
    pdf.object(FILES);
    pdf.stream("/Length 3 0 R", store);
    pdf.table("/Root 1 0 R");
    return pdf.out.toByteArray();
  }

  /** The same, and then an update that changes which file is the store. */
  public static byte[] updated(byte[] store, byte[] newer) {
    byte[] first = withTable(store);
    String text = new String(first, StandardCharsets.ISO_8859_1);
    int old = text.lastIndexOf("xref\n0 ");
    PdfSamples pdf = new PdfSamples();
    pdf.out.reset();
    pdf.out.writeBytes(first);
    int file = pdf.out.size();
    pdf.write("8 0 obj<</Length " + newer.length + ">>stream\r\n");
    pdf.out.writeBytes(newer);
    pdf.write("\r\nendstream endobj\n");
    int start = pdf.out.size();
    pdf.write("xref\n0 1\n0000000000 65535 f \n8 1\n%010d 00000 n \n".formatted(file));
    pdf.write("trailer<</Size 9/Root 1 0 R/Prev " + old + ">>\nstartxref\n" + start + "\n%%EOF\n");
    return pdf.out.toByteArray();
  }

  /** With a compressed cross-reference stream, and all but the store in an object stream. */
  public static byte[] withStreams(byte[] store) {
    PdfSamples pdf = new PdfSamples();
    pdf.offsets.addAll(List.of(0, 0, 0, 0, 0, 0, 0));
    pdf.stream("/Length " + store.length, store);
    List<String> values = List.of(CATALOG, PAGES, "0", OTHER, FILE, "[]", FILES);
    StringBuilder heads = new StringBuilder();
    StringBuilder content = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      heads.append(i + 1).append(' ').append(content.length()).append(' ');
      content.append(values.get(i)).append('\n');
    }
    byte[] packed = deflated((heads + content.toString()).getBytes(StandardCharsets.ISO_8859_1));
    pdf.stream(
        "/Type/ObjStm/N 7/First %d/Filter/FlateDecode/Length %d"
            .formatted(heads.length(), packed.length),
        packed);
    int start = pdf.out.size();
    byte[] rows = deflated(pdf.rows(start));
    pdf.stream(
        "/Type/XRef/W[1 4 1]/Size 11/Root 1 0 R/Filter[/FlateDecode]/DecodeParms"
            + "[<</Predictor 12/Columns 6>>]/Length "
            + rows.length,
        rows);
    pdf.write("startxref\n" + start + "\n%%EOF");
    return pdf.out.toByteArray();
  }

  /** Any objects, from number 1 on, in a table. */
  static byte[] of(List<String> values, String trailer) {
    PdfSamples pdf = new PdfSamples();
    values.forEach(pdf::object);
    pdf.table(trailer);
    return pdf.out.toByteArray();
  }

  private byte[] rows(int start) {
    byte[] before = new byte[6];
    ByteBuffer rows = ByteBuffer.allocate(11 * 7);
    for (int number = 0; number < 11; number++) {
      ByteBuffer row = ByteBuffer.allocate(6);
      if (number >= 1 && number <= 7) {
        row.put((byte) 2).putInt(9).put((byte) (number - 1));
      } else {
        int offset = number == 10 ? start : offsets.get(number);
        row.put((byte) (number == 0 ? 0 : 1)).putInt(offset).put((byte) 0);
      }
      rows.put((byte) 2);
      for (int i = 0; i < 6; i++) {
        rows.put((byte) (row.get(i) - before[i]));
      }
      before = row.array();
    }
    return rows.array();
  }

  private void object(String value) {
    offsets.add(out.size());
    write((offsets.size() - 1) + " 0 obj\n" + value + "\nendobj\n");
  }

  private void stream(String entries, byte[] content) {
    offsets.add(out.size());
    write((offsets.size() - 1) + " 0 obj <<" + entries + ">> stream\n");
    out.writeBytes(content);
    write("\nendstream\nendobj\n");
  }

  private void table(String trailer) {
    int start = out.size();
    write("xref\n0 " + offsets.size() + "\n0000000000 65535 f \n");
    offsets.subList(1, offsets.size()).forEach(at -> write("%010d 00000 n \n".formatted(at)));
    write("trailer\n<</Size " + offsets.size() + trailer + ">>\nstartxref\n" + start + "\n%%EOF\n");
  }

  private void write(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  static byte[] deflated(byte[] plain) {
    Deflater deflater = new Deflater();
    deflater.setInput(plain);
    deflater.finish();
    byte[] packed = new byte[plain.length * 2 + 100];
    int length = deflater.deflate(packed);
    deflater.end();
    return Arrays.copyOf(packed, length);
  }
}
