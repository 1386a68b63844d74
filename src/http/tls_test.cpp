// The same server over TLS.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <unistd.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>
#include <cstdio>
#include <filesystem>

#include "base/world_failure.h"
#include "http/small_town_test.h"

namespace laoyou::http {

namespace {

using testing::HasSubstr;
namespace ssl = boost::asio::ssl;
using boost::asio::ip::tcp;

/// A certificate that signs itself, in two files that are gone at the end.
class OwnCertificate {
 public:
  OwnCertificate() {
    EVP_PKEY* key = EVP_EC_gen("P-256");
    X509* certificate = X509_new();
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
    X509_set_pubkey(certificate, key);
    X509_sign(certificate, key, EVP_sha256());
    std::FILE* out = std::fopen(files_.certificate_chain.c_str(), "w");
    PEM_write_X509(out, certificate);
    std::fclose(out);
    out = std::fopen(files_.private_key.c_str(), "w");
    PEM_write_PrivateKey(out, key, nullptr, nullptr, 0, nullptr, nullptr);
    std::fclose(out);
    X509_free(certificate);
    EVP_PKEY_free(key);
  }
  ~OwnCertificate() {
    std::filesystem::remove(files_.certificate_chain);
    std::filesystem::remove(files_.private_key);
  }
  const TlsFiles& files() const { return files_; }

 private:
  static std::string place(const char* name) { return std::filesystem::temp_directory_path() / (name + std::to_string(::getpid())); }
  TlsFiles files_{place("laoyou_certificate"), place("laoyou_key")};
};

ServerOptions secure_options(const OwnCertificate& certificate) {
  ServerOptions options = hasty_options();
  options.tls = certificate.files();
  return options;
}

/// Sends `request` over TLS of at least the versions given and returns all that comes back.
std::string ask_securely(std::uint16_t port, const std::string& request, int version_max = TLS1_3_VERSION, const char* suites = "DEFAULT") {
  boost::asio::io_context context;
  ssl::context secure(ssl::context::tls_client);
  SSL_CTX_set_min_proto_version(secure.native_handle(), TLS1_VERSION);
  SSL_CTX_set_max_proto_version(secure.native_handle(), version_max);
  SSL_CTX_set_security_level(secure.native_handle(), 0);
  SSL_CTX_set_cipher_list(secure.native_handle(), suites);
  ssl::stream<tcp::socket> stream(context, secure);
  stream.next_layer().connect(tcp::endpoint(boost::asio::ip::address_v4::loopback(), port));
  stream.handshake(ssl::stream_base::client);
  boost::asio::write(stream, boost::asio::buffer(request));
  std::string answer;
  boost::system::error_code ended;
  boost::asio::read(stream, boost::asio::dynamic_buffer(answer), ended);
  return answer;
}

const std::string k_request = "GET /api/nurseries HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n";

}  // namespace

TEST(Tls, AnswersComeOverTlsAndBindTheBrowserToIt) {
  const OwnCertificate certificate;
  SmallTown town(secure_options(certificate));
  for (int version : {TLS1_3_VERSION, TLS1_2_VERSION}) {
    const std::string answer = ask_securely(town.port(), k_request, version);
    EXPECT_THAT(answer, HasSubstr("HTTP/1.1 200 OK"));
    EXPECT_THAT(answer, HasSubstr("Strict-Transport-Security: max-age=31536000"));
    EXPECT_THAT(answer, HasSubstr("托育园199"));
  }
}

TEST(Tls, OlderVersionsAreRefused) {
  const OwnCertificate certificate;
  SmallTown town(secure_options(certificate));
  EXPECT_THROW(ask_securely(town.port(), k_request, TLS1_1_VERSION), boost::system::system_error);
}

TEST(Tls, AClientThatNeverShakesHandsIsCutOffAndTheServerStops) {
  const OwnCertificate certificate;
  SmallTown town(secure_options(certificate));
  LoopbackClient silent(town.port());
  EXPECT_TRUE(silent.is_closed());
  LoopbackClient wrong(town.port());
  EXPECT_FALSE(wrong.ask("GET / HTTP/1.1\r\nHost: t\r\n\r\n"));
  LoopbackClient present(town.port());
  town.stop();
}

TEST(Tls, FilesThatCannotBeUsedAreAFailureOfTheWorld) {
  ServerOptions options;
  options.tls = TlsFiles{"/nonexistent/chain.pem", "/nonexistent/key.pem"};
  try {
    SmallTown town(options);
    FAIL() << "a server without certificate";
  } catch (const WorldFailure& failure) {
    EXPECT_EQ(failure.code(), "http.tls_files");
  }
}

TEST(Tls, SuitesWithoutForwardSecrecyOrSealedRecordsAreRefused) {
  const OwnCertificate certificate;
  SmallTown town(secure_options(certificate));
  for (const char* suite : {"AES128-GCM-SHA256", "ECDHE-ECDSA-AES128-SHA", "ECDHE-ECDSA-AES256-SHA384"})
    EXPECT_THROW(ask_securely(town.port(), k_request, TLS1_2_VERSION, suite), boost::system::system_error) << suite;
  EXPECT_THAT(ask_securely(town.port(), k_request, TLS1_2_VERSION, "ECDHE-ECDSA-AES128-GCM-SHA256"), HasSubstr("200 OK"));
}

TEST(Tls, TheSessionCookieIsOfThisHostAlone) {
  const OwnCertificate certificate;
  SmallTown town(secure_options(certificate));
  const std::string body = R"({"name":"abc123"})";
  const std::string answer = ask_securely(town.port(), "POST /api/sign-in HTTP/1.1\r\nHost: t\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: " +
                                                           std::to_string(body.size()) + "\r\n\r\n" + body);
  EXPECT_THAT(answer, HasSubstr("Set-Cookie: __Host-laoyou_session=abc123; Path=/; HttpOnly; SameSite=Strict; Max-Age=3600; Secure"));
  const auto nursery_with = [&](const std::string& cookie) {
    return ask_securely(town.port(), "GET /api/nurseries/650203000000 HTTP/1.1\r\nHost: t\r\nConnection: close\r\nCookie: " + cookie + "=nothing\r\n\r\n");
  };
  EXPECT_THAT(nursery_with("__Host-laoyou_session"), HasSubstr("200 OK"));
  EXPECT_THAT(nursery_with("laoyou_session"), HasSubstr("401")) << "a neighbouring name could have set it";
}

}  // namespace laoyou::http
