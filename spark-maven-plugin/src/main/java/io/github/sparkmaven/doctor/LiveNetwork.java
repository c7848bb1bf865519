/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import io.github.sparkmaven.cluster.Http;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The network of this machine. */
final class LiveNetwork implements Network {
  private final Duration patience;
  private final Http http;

  LiveNetwork(Duration patience) {
    this.patience = patience;
    this.http = new Http(patience);
  }

  @Override
  public InetAddress localHost() throws UnknownHostException {
    return InetAddress.getLocalHost();
  }

  @Override
  public InetAddress lookUp(String host) throws UnknownHostException {
    return InetAddress.getByName(host);
  }

  @Override
  public void bind(InetAddress address) throws IOException {
    ServerSocket socket = new ServerSocket(0, 1, address);
    socket.close();
  }

  @Override
  public void connect(String host, int port) throws IOException {
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new UnknownHostException("the host is not known");
    }
    try (Socket socket = new Socket()) {
      socket.connect(address, (int) patience.toMillis());
    } catch (SocketTimeoutException e) {
      throw new IOException("no answer within " + patience.toSeconds() + " s", e);
    }
  }

  @Override
  public Http.Answer get(URI address) throws IOException {
    return http.get(address);
  }

  @Override
  public Http.Answer get(URI address, List<byte[]> authorities) throws IOException {
    if (authorities.isEmpty()) {
      return get(address);
    }
    try {
      return new Http(patience, trusting(authorities)).get(address);
    } catch (GeneralSecurityException e) {
      throw new IOException("a certificate authority cannot be read: " + e.getMessage(), e);
    }
  }

  private static SSLContext trusting(List<byte[]> authorities)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    CertificateFactory certificates = CertificateFactory.getInstance("X.509");
    for (byte[] authority : authorities) {
      for (Certificate certificate :
          certificates.generateCertificates(new ByteArrayInputStream(authority))) {
        store.setCertificateEntry("authority-" + store.size(), certificate);
      }
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
