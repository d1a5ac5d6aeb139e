package io.gasminer.miner.delivery;

import java.io.IOException;
import java.net.InetAddress;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Owns the last look before a byte is sent: is this connection the one to the pinned address?
 *
 * <p>The guard and the HTTP client each read the URL; were they ever to read a host differently,
 * nothing would be sent.
 */
record OnlyTo(InetAddress pinned) implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    Connection connection = chain.connection();
    if (connection == null || !pinned.equals(connection.socket().getInetAddress())) {
      throw new IOException("the connection is not to the address that was pinned");
    }
    return chain.proceed(chain.request());
  }
}
