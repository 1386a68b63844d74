#include "http/tls.h"

#include "base/world_failure.h"

namespace laoyou::http {

boost::asio::ssl::context tls_context(const TlsFiles& files) {
  namespace ssl = boost::asio::ssl;
  ssl::context context(ssl::context::tls_server);
  context.set_options(ssl::context::default_workarounds | ssl::context::no_sslv2 | ssl::context::no_sslv3 | ssl::context::no_tlsv1 |
                      ssl::context::no_tlsv1_1 | ssl::context::no_compression);
  // Of TLS 1.2 only what keeps past talks secret when the key is lost (ECDHE) and seals each record (AEAD); TLS 1.3 has nothing else.
  SSL_CTX_set_cipher_list(context.native_handle(), "ECDHE+AESGCM:ECDHE+CHACHA20");
  SSL_CTX_set_options(context.native_handle(), SSL_OP_NO_RENEGOTIATION);
  try {
    context.use_certificate_chain_file(files.certificate_chain);
    context.use_private_key_file(files.private_key, ssl::context::pem);
  } catch (const boost::system::system_error& failure) {
    throw WorldFailure("http.tls_files", failure.what());
  }
  return context;
}

}  // namespace laoyou::http
