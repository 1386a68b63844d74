// TLS for a server, from a certificate and its key.
#pragma once

#include <boost/asio/ssl/context.hpp>

#include "http/server.h"

namespace laoyou::http {

/// A context for TLS 1.2 and 1.3 with OpenSSL's default ciphers. Throws WorldFailure "http.tls_files" when a file cannot be used.
boost::asio::ssl::context tls_context(const TlsFiles& files);

}  // namespace laoyou::http
