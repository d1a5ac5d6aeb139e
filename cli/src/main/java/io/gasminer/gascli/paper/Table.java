package io.gasminer.gascli.paper;

import io.gasminer.gascli.paper.Paper.Ink;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Owns a table that is fitted to the width of its paper: the giving columns are shortened, and
 * where that is not enough every row becomes a paragraph.
 *
 * <p>Cells may carry the paper's ink; any other control character in them is made visible. For one
 * thread.
 */
public final class Table {
  private static final int GAP = 2;
  private static final int NARROWEST_GIVING = 8;

  private final Paper paper;
  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  private Table(Paper paper, List<Column> columns) {
    this.paper = paper;
    this.columns = columns;
  }

  /** A column: its heading, and how it stands. */
  public static final class Column {
    private final String heading;
    private final boolean right;
    private final boolean giving;

    private Column(String heading, boolean right, boolean giving) {
      this.heading = heading;
      this.right = right;
      this.giving = giving;
    }

    /** A column whose cells begin at its left. */
    public static Column left(String heading) {
      return new Column(heading, false, false);
    }

    /** A column whose cells end at its right, as numbers do. */
    public static Column right(String heading) {
      return new Column(heading, true, false);
    }

    /** A column that begins at its left and is shortened where the paper is too narrow. */
    public static Column giving(String heading) {
      return new Column(heading, false, true);
    }
  }

  /** An empty table with those columns. */
  public static Table of(Paper paper, Column... columns) {
    return new Table(paper, List.of(columns));
  }

  /** Adds a row, a cell for each column. */
  public Table row(String... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          "a row of " + cells.length + " cells in a table of " + columns.size() + " columns");
    }
    rows.add(List.of(cells).stream().map(cell -> Cell.safe(cell, paper.colours())).toList());
    return this;
  }

  /** Prints the headings and all rows. */
  public void print(PrintWriter out) {
    int[] widths = IntStream.range(0, columns.size()).map(this::natural).toArray();
    if (!fit(widths)) {
      rows.forEach(row -> paragraph(out, row));
      return;
    }
    out.println(
        line(
            widths, columns.stream().map(column -> paper.in(Ink.STRONG, column.heading)).toList()));
    rows.forEach(row -> out.println(line(widths, row)));
  }

  private int natural(int column) {
    return rows.stream()
        .mapToInt(row -> Cell.columns(row.get(column)))
        .reduce(Cell.columns(columns.get(column).heading), Math::max);
  }

  /** Takes from the widest giving column, one by one; false where there is no more to take. */
  private boolean fit(int[] widths) {
    int over = IntStream.of(widths).sum() + GAP * (widths.length - 1) - paper.width();
    for (; over > 0; over--) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        boolean gives = columns.get(i).giving && widths[i] > narrowest(i);
        if (gives && (widest < 0 || widths[i] > widths[widest])) {
          widest = i;
        }
      }
      if (widest < 0) {
        return false;
      }
      widths[widest]--;
    }
    return true;
  }

  private int narrowest(int column) {
    return Math.max(NARROWEST_GIVING, Cell.columns(columns.get(column).heading));
  }

  private String line(int[] widths, List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = Cell.cut(cells.get(i), widths[i], paper.signs() ? "…" : "~");
      String pad = " ".repeat(widths[i] - Cell.columns(cell));
      line.append(i == 0 ? "" : " ".repeat(GAP));
      line.append(columns.get(i).right ? pad + cell : cell + pad);
    }
    return line.toString().stripTrailing();
  }

  private void paragraph(PrintWriter out, List<String> row) {
    int name = columns.stream().mapToInt(column -> Cell.columns(column.heading)).max().orElse(0);
    for (int i = 0; i < row.size(); i++) {
      String heading = columns.get(i).heading;
      String pad = " ".repeat(name - Cell.columns(heading) + GAP);
      String cell = Cell.cut(row.get(i), paper.width() - name - GAP, paper.signs() ? "…" : "~");
      out.println((paper.in(Ink.STRONG, heading) + pad + cell).stripTrailing());
    }
    out.println();
  }
}
