package io.gasminer.gascli.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gasminer.gascli.paper.Paper.Ink;
import io.gasminer.gascli.paper.Table.Column;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final Paper COLOURED = new Paper(80, true, true);

  @Test
  void aTableIsAsWideAsItsCells() {
    assertThat(printed(table(Paper.PLAIN)))
        .isEqualTo(
            """
            NAME   SECONDS  WORDS
            image      4.5  a red fox in the snow, at dawn, seen from above
            video    132.0  short
            """);
  }

  @Test
  void theGivingColumnIsShortenedOnNarrowPaper() {
    assertThat(printed(table(new Paper(40, false, true))))
        .isEqualTo(
            """
            NAME   SECONDS  WORDS
            image      4.5  a red fox in the snow, …
            video    132.0  short
            """);
  }

  @Test
  void rowsBecomeParagraphsWhereNoMoreCanBeTaken() {
    assertThat(printed(table(new Paper(22, false, true))))
        .isEqualTo(
            """
            NAME     image
            SECONDS  4.5
            WORDS    a red fox in…

            NAME     video
            SECONDS  132.0
            WORDS    short

            """);
  }

  @Test
  void inkTakesNoColumnsAndEndsWhereTheCellIsCut() {
    Table table =
        Table.of(new Paper(16, true, true), Column.giving("WHAT"), Column.left("NEXT"))
            .row(COLOURED.in(Ink.BAD, "refused by all"), "wait");

    assertThat(printed(table)).contains("\u001b[1;31mrefused b…\u001b[0m  wait");
  }

  @Test
  void theControlCharactersOfStrangersAreMadeVisible() {
    Table coloured = Table.of(COLOURED, Column.left("A"));
    coloured.row("x\u001b[2J\u0007\u009b1m\u202ey\u001b[32mz");
    Table plain = Table.of(Paper.PLAIN, Column.left("A")).row("x\u001b[2J\u001b]0;t\u0007");

    assertThat(printed(coloured)).endsWith("x?[2J??1m?y\u001b[32mz\u001b[0m\n");
    assertThat(printed(plain)).endsWith("x?[2J?]0;t?\n");
  }

  @Test
  void wideCharactersTakeTwoColumns() {
    Table table = Table.of(Paper.PLAIN, Column.left("A"), Column.left("B"));
    table.row("狐🦊", "x").row("abcd", "y").row("e\u0301", "z");

    assertThat(printed(table)).isEqualTo("A     B\n狐🦊  x\nabcd  y\ne\u0301     z\n");
  }

  @Test
  void aRowWithTooFewCellsIsABug() {
    assertThatThrownBy(() -> Table.of(Paper.PLAIN, Column.left("A"), Column.left("B")).row("x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 cells");
  }

  private static Table table(Paper paper) {
    return Table.of(paper, Column.left("NAME"), Column.right("SECONDS"), Column.giving("WORDS"))
        .row("image", "4.5", "a red fox in the snow, at dawn, seen from above")
        .row("video", "132.0", "short");
  }

  private static String printed(Table table) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    table.print(out);
    out.flush();
    return text.toString().replace(System.lineSeparator(), "\n");
  }
}
