// Another system is told, signed, in order, until it has taken it; the own network is out of reach unless it is allowed.
#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <netinet/in.h>
#include <poll.h>
#include <unistd.h>

#include <thread>

#include "notices/records.h"
#include "notices/room.h"
#include "store/testing/store_fixture.h"
#include "webhooks/own_network.h"
#include "webhooks/post.h"
#include "webhooks/records.h"
#include "webhooks/room.h"
#include "webhooks/signature.h"

namespace laoyou::webhooks {
namespace {

const RegionCode k_district = RegionCode::parse("450203000000").value();

/// Answers each request with the status at hand and keeps what it was sent.
class OtherSystem {
 public:
  OtherSystem() {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    EXPECT_EQ(::bind(listening_, reinterpret_cast<sockaddr*>(&address), size), 0);
    EXPECT_EQ(::listen(listening_, 8), 0);
    ::getsockname(listening_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { run(); });
  }
  ~OtherSystem() {
    stopping_ = true;
    thread_.join();
    ::close(listening_);
  }
  std::string url() const { return "http://127.0.0.1:" + std::to_string(port_) + "/events"; }
  void answer_with(int status) { status_ = status; }
  std::vector<std::string> got() {
    const std::lock_guard lock(mutex_);
    return got_;
  }

 private:
  void run() {
    while (!stopping_) {
      pollfd waiting{listening_, POLLIN, 0};
      if (::poll(&waiting, 1, 20) <= 0) continue;
      const int connection = ::accept(listening_, nullptr, nullptr);
      std::string request = read(connection);
      {
        const std::lock_guard lock(mutex_);
        got_.push_back(std::move(request));
      }
      const std::string answer = "HTTP/1.1 " + std::to_string(status_.load()) + " X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
      EXPECT_EQ(::write(connection, answer.data(), answer.size()), static_cast<ssize_t>(answer.size()));
      ::close(connection);
    }
  }
  static std::string read(int connection) {
    std::string all;
    char buffer[4'096];
    for (;;) {
      const std::size_t head = all.find("\r\n\r\n");
      const std::size_t length = all.find("Content-Length: ");
      if (head != std::string::npos && length != std::string::npos && all.size() >= head + 4 + std::stoul(all.substr(length + 16))) return all;
      const ssize_t got = ::read(connection, buffer, sizeof buffer);
      if (got <= 0) return all;
      all.append(buffer, static_cast<std::size_t>(got));
    }
  }

  int listening_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  std::uint16_t port_ = 0;
  std::atomic<int> status_ = 200;
  std::atomic<bool> stopping_ = false;
  std::mutex mutex_;
  std::vector<std::string> got_;
  std::thread thread_;
};

std::string header(const std::string& request, const std::string& name) {
  const std::size_t at = request.find("\r\n" + name + ": ");
  if (at == std::string::npos) return "";
  const std::size_t begin = at + name.size() + 4;
  return request.substr(begin, request.find("\r\n", begin) - begin);
}
std::string body(const std::string& request) { return request.substr(request.find("\r\n\r\n") + 4); }

using store::database_name;
using store::DatabaseKind;

class Webhooks : public store::OnBothDatabases {
 protected:
  Webhooks() {
    std::vector<store::TableDefinition> all = webhooks::tables();
    for (store::TableDefinition& table : notices::tables()) all.push_back(std::move(table));
    store_ = store::Store::open(options, clock, random, std::move(all));
    write([&](store::Writing& writing) {
      webhook.id = writing.new_id<Webhook>();
      webhook.region = k_district;
      webhook.name = "城市数据平台";
      webhook.url = other.url();
      webhook.secret = "shared";
      webhook.made_at = webhook.next_try_at = writing.now();
      writing.insert(webhook);
    });
  }
  void write(const std::function<void(store::Writing&)>& what) {
    EXPECT_TRUE(store_->write({0, "test", ""}, [&](store::Writing& writing) -> Result<void> { what(writing); return {}; }).done());
  }
  void happen(const std::string& text, RegionCode region = k_district) {
    write([&](store::Writing& writing) { queue(writing, {region, "nursery_filing", [&text] { return text; }}); });
  }
  Services services() { return {*store_, clock, random, [this] { return own_network; }}; }
  Webhook now() { return store_->read([&](store::Snapshot& snapshot) { return *snapshot.find(store::Scope::country(), webhook.id); }); }
  std::int64_t waiting() { return store_->read([](store::Snapshot& snapshot) { return snapshot.count<WebhookDelivery>(store::Scope::country(), store::Filter().equals("waiting", true)); }); }

  OtherSystem other;
  bool own_network = true;
  Webhook webhook;
  std::unique_ptr<store::Store> store_;
};

TEST_P(Webhooks, WhatHappensIsToldOnceInItsOrderAndSignedOverTimeAndBody) {
  happen("{\"serial\":1}");
  happen("{\"serial\":2}");
  happen("{\"serial\":3}", RegionCode::parse("450204000000").value());  // of its neighbour
  EXPECT_EQ(send_due(services()), 2u);
  EXPECT_EQ(send_due(services()), 0u);
  const std::vector<std::string> got = other.got();
  ASSERT_EQ(got.size(), 2u);
  EXPECT_EQ(body(got[0]), "{\"serial\":1}");
  EXPECT_EQ(body(got[1]), "{\"serial\":2}");
  EXPECT_EQ(header(got[0], "Laoyou-Signature"), signature("shared", std::stoll(header(got[0], "Laoyou-Time")), "{\"serial\":1}"));
  EXPECT_NE(header(got[0], "Laoyou-Delivery"), header(got[1], "Laoyou-Delivery"));
}

TEST_P(Webhooks, WhatIsNotTakenIsTriedAgainAfterGrowingWaitsAndSaidToWhoManagesIt) {
  other.answer_with(503);
  happen("{}");
  for (int tries = 1; tries <= 7; ++tries) {
    EXPECT_EQ(send_due(services()), 0u);
    EXPECT_EQ(other.got().size(), static_cast<std::size_t>(tries));
    EXPECT_EQ(now().tries, tries);
    EXPECT_EQ(now().next_try_at.milliseconds - clock.now().milliseconds, 60'000LL << (tries - 1));
    EXPECT_EQ(send_due(services()), 0u);
    EXPECT_EQ(other.got().size(), static_cast<std::size_t>(tries)) << "not before its time";
    clock.advance_milliseconds(60'000LL << (tries - 1));
  }
  const auto told = [&] { return store_->read([](store::Snapshot& snapshot) { return snapshot.count<notices::Notice>(store::Scope::country(), store::Filter().equals("open", true)); }); };
  EXPECT_EQ(now().last_failure, "answered with 503");
  EXPECT_EQ(told(), 1);
  other.answer_with(204);
  EXPECT_EQ(send_due(services()), 1u);
  EXPECT_EQ(waiting(), 0);
  EXPECT_EQ(now().tries, 0);
  EXPECT_EQ(told(), 0) << "settled when it was taken";
}

TEST_P(Webhooks, TheOwnNetworkIsNotCalledUnlessItIsAllowed) {
  own_network = false;
  happen("{}");
  EXPECT_EQ(send_due(services()), 0u);
  EXPECT_THAT(other.got(), testing::IsEmpty());
  EXPECT_EQ(waiting(), 1);
  EXPECT_EQ(post({"https://127.0.0.1:1/", {}, "{}"}), "the address lies in the own network");
  EXPECT_EQ(post({"https://[::1]:1/", {}, "{}"}), "the address lies in the own network");
}

TEST_P(Webhooks, TheSecretIsSealedInTheDatabase) {
  const auto entries = store_->read([](store::Snapshot& snapshot) { return snapshot.journal(store::Scope::country(), {}); });
  for (const store::JournalEntry& entry : entries) EXPECT_THAT(entry.after.value_or(""), testing::Not(testing::HasSubstr("\"shared\"")));
}

RUN_ON_BOTH_DATABASES(Webhooks);

TEST(OwnNetwork, PrivateSharedAndMappedAddressesAreOurOwnAndPublicOnesAreNot) {
  const auto four = [](const char* text) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    EXPECT_EQ(::inet_pton(AF_INET, text, &address.sin_addr), 1);
    return in_own_network(reinterpret_cast<const sockaddr&>(address));
  };
  const auto six = [](const char* text) {
    sockaddr_in6 address{};
    address.sin6_family = AF_INET6;
    EXPECT_EQ(::inet_pton(AF_INET6, text, &address.sin6_addr), 1);
    return in_own_network(reinterpret_cast<const sockaddr&>(address));
  };
  for (const char* own : {"0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "169.254.169.254", "172.31.255.255", "192.168.1.1", "198.19.0.1", "224.0.0.1", "255.255.255.255"}) EXPECT_TRUE(four(own)) << own;
  for (const char* open : {"1.1.1.1", "100.63.255.255", "172.32.0.1", "192.169.0.1", "223.255.255.255"}) EXPECT_FALSE(four(open)) << open;
  for (const char* own : {"::1", "::", "fe80::1", "fd00::1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1", "ff02::1"}) EXPECT_TRUE(six(own)) << own;
  for (const char* open : {"2400:3200::1", "2606:4700::1111", "::ffff:1.1.1.1"}) EXPECT_FALSE(six(open)) << open;
}

TEST(Signature, IsThatOfTheCommandLine) {
  // printf '1795000000.{}' | openssl dgst -sha256 -hmac shared
  EXPECT_EQ(signature("shared", 1'795'000'000, "{}"), "v1=9c897f726eb0b7e0ee996cb624ed02382236077a9d014f028bc9483b0c4690f0");
}

}  // namespace
}  // namespace laoyou::webhooks
