package io.gasminer.gascli.setup;

class ScriptedAskerTest extends AskerContract {
  private ScriptedAsker asker = new ScriptedAsker();

  @Override
  Asker answering(String... lines) {
    asker = new ScriptedAsker(lines);
    return asker;
  }

  @Override
  String shown() {
    return asker.screen();
  }
}
