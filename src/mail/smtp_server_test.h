// A small mail server for tests: takes messages on a port of this machine, plain, over STARTTLS or over TLS, and does what it is told to do wrong.
#pragma once

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>
#include <mutex>
#include <thread>

#include "mail/smtp.h"
#include "store/testing/temporary_directory.h"

namespace laoyou::mail {

class SmtpServerForTests {
 public:
  enum class Tls { none, starttls, at_once };
  struct Behaviour {
    Tls tls = Tls::none;
    std::string greeting = "220 test ready";
    std::string to_recipient = "250 yes";
    bool wants_sign_in = false;
    bool offers_tls = true;  ///< a server in the middle that hides STARTTLS
  };

  explicit SmtpServerForTests(Behaviour behaviour) : behaviour_(std::move(behaviour)) {
    if (behaviour_.tls != Tls::none) make_certificate();
    thread_ = std::thread([this] { serve(); });
  }
  ~SmtpServerForTests() {
    ending_ = true;
    boost::system::error_code gone;
    Tcp::socket knock(context_);
    static_cast<void>(knock.connect(acceptor_.local_endpoint(), gone));
    thread_.join();
  }

  SmtpServer address() const {
    SmtpServer server;
    server.url = (behaviour_.tls == Tls::at_once ? "smtps://" : "smtp://") + std::string("127.0.0.1:") + std::to_string(acceptor_.local_endpoint().port());
    server.from = "laoyou@example.cn";
    server.plain = behaviour_.tls == Tls::none;
    server.authority_file = certificate_;
    server.patience = std::chrono::seconds(20);
    return server;
  }
  std::vector<std::string> taken() const {
    const std::lock_guard lock(mutex_);
    return taken_;
  }
  /// Every line that clients said, but for the messages.
  std::string said() const {
    const std::lock_guard lock(mutex_);
    return said_;
  }
  void behave(Behaviour behaviour) {
    const std::lock_guard lock(mutex_);
    behaviour_ = std::move(behaviour);
  }

 private:
  using Tcp = boost::asio::ip::tcp;
  using Secure = boost::asio::ssl::stream<Tcp::socket&>;

  void make_certificate() {
    EVP_PKEY* key = EVP_EC_gen("P-256");
    X509* made = X509_new();
    X509_set_version(made, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(made), 1);
    X509_gmtime_adj(X509_getm_notBefore(made), 0);
    X509_gmtime_adj(X509_getm_notAfter(made), 3600);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(made), "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("127.0.0.1"), -1, -1, 0);
    X509_set_issuer_name(made, X509_get_subject_name(made));
    X509_EXTENSION* names = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "IP:127.0.0.1");
    X509_add_ext(made, names, -1);
    X509_EXTENSION_free(names);
    X509_set_pubkey(made, key);
    X509_sign(made, key, EVP_sha256());
    certificate_ = (directory_.path() / "certificate").string();
    key_ = (directory_.path() / "key").string();
    std::FILE* out = std::fopen(certificate_.c_str(), "w");
    PEM_write_X509(out, made);
    std::fclose(out);
    out = std::fopen(key_.c_str(), "w");
    PEM_write_PrivateKey(out, key, nullptr, nullptr, 0, nullptr, nullptr);
    std::fclose(out);
    X509_free(made);
    EVP_PKEY_free(key);
  }

  void serve() {
    while (!ending_) {
      Tcp::socket socket(context_);
      acceptor_.accept(socket);
      if (ending_) return;
      try {
        Behaviour behaviour;
        {
          const std::lock_guard lock(mutex_);
          behaviour = behaviour_;
        }
        if (behaviour.tls == Tls::at_once)
          talk_securely(socket, behaviour, true);
        else
          talk(socket, behaviour, &socket, true);
      } catch (const std::exception&) {
        // The client has gone.
      }
    }
  }

  void talk_securely(Tcp::socket& socket, const Behaviour& behaviour, bool greets) {
    boost::asio::ssl::context tls(boost::asio::ssl::context::tls_server);
    tls.use_certificate_chain_file(certificate_);
    tls.use_private_key_file(key_, boost::asio::ssl::context::pem);
    Secure secure(socket, tls);
    secure.handshake(Secure::server);
    talk(secure, behaviour, nullptr, greets);
  }

  template <class Stream>
  static void say(Stream& stream, const std::string& line) {
    boost::asio::write(stream, boost::asio::buffer(line + "\r\n"));
  }
  template <class Stream>
  static std::string until(Stream& stream, std::string& held, const std::string& end) {
    const std::size_t size = boost::asio::read_until(stream, boost::asio::dynamic_buffer(held), end);
    std::string read = held.substr(0, size - end.size());
    held.erase(0, size);
    return read;
  }

  /// `plain`: the socket, where TLS may still begin on it.
  template <class Stream>
  void talk(Stream& stream, const Behaviour& behaviour, Tcp::socket* plain, bool greets) {
    std::string held;
    if (greets) say(stream, behaviour.greeting);
    while (true) {
      const std::string line = until(stream, held, "\r\n");
      {
        const std::lock_guard lock(mutex_);
        said_ += line + "\n";
      }
      if (line.starts_with("EHLO")) {
        say(stream, "250-test");
        if (behaviour.tls == Tls::starttls && plain != nullptr && behaviour.offers_tls) say(stream, "250-STARTTLS");
        say(stream, behaviour.wants_sign_in ? "250 AUTH PLAIN" : "250 8BITMIME");
      } else if (line == "STARTTLS" && plain != nullptr) {
        say(stream, "220 go");
        return talk_securely(*plain, behaviour, false);
      } else if (line.starts_with("AUTH")) {
        say(stream, line.find("AHVzZXIAc2VjcmV0") != std::string::npos ? "235 welcome" : line == "AUTH PLAIN" ? "334 " : "535 no");
      } else if (line.starts_with("RCPT")) {
        say(stream, behaviour.to_recipient);
      } else if (line == "DATA") {
        say(stream, "354 go on");
        std::string message = until(stream, held, "\r\n.\r\n");
        const std::lock_guard lock(mutex_);
        taken_.push_back(std::move(message));
        say(stream, "250 taken");
      } else if (line == "QUIT") {
        return say(stream, "221 bye");
      } else {
        say(stream, line.starts_with("AHVzZXIAc2VjcmV0") ? "235 welcome" : "250 yes");
      }
    }
  }

  Behaviour behaviour_;
  store::TemporaryDirectory directory_;
  std::string certificate_, key_;
  boost::asio::io_context context_;
  Tcp::acceptor acceptor_{context_, Tcp::endpoint(boost::asio::ip::address_v4::loopback(), 0)};
  std::atomic<bool> ending_ = false;
  mutable std::mutex mutex_;
  std::vector<std::string> taken_;
  std::string said_;
  std::thread thread_;
};

}  // namespace laoyou::mail
