package io.gasminer.miner.task;

final class InMemoryTaskStoreTest extends TaskStoreContract {
  @Override
  protected TaskStore opened(long mostWaiting) {
    return new InMemoryTaskStore(mostWaiting);
  }
}
