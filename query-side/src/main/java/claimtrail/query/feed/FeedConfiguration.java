package claimtrail.query.feed;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.serialization.json.JacksonSerializer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/// Hangs those who count into Axon's pooled streaming processor: segments by stream, claimed through PostgreSQL.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("claimtrail.feed.enabled")
class FeedConfiguration {

    FeedConfiguration() {}

    @Bean
    LogSource logSource(LogReader log, FeedSettings settings) {
        return new LogSource(log, settings);
    }

    @Bean
    TokenStore tokenStore(DataSource source, FeedSettings settings) {
        // Takes part in the transaction of the batch; outside one, each statement commits by itself.
        ConnectionProvider connections = new TransactionAwareDataSourceProxy(source)::getConnection;
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(JacksonSerializer.defaultSerializer())
                .claimTimeout(settings.claimTimeout())
                .schema(TokenSchema.builder()
                        .setTokenTable("read_model.token_entry")
                        .setProcessorNameColumn("processor_name")
                        .setTokenTypeColumn("token_type")
                        .build())
                .build();
    }

    @Bean
    SmartLifecycle processor(
            LogSource source,
            TokenStore tokens,
            PlatformTransactionManager transactions,
            Counting counting,
            FoldStatus status,
            LiveGate gate,
            FeedSettings settings) {
        return new Running(PooledStreamingEventProcessor.builder()
                .name(counting.fold())
                .eventHandlerInvoker(new SegmentFold(counting, status, gate))
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(source)
                .tokenStore(tokens)
                .transactionManager(new SpringTransactions(transactions))
                .initialSegmentCount(settings.segments())
                .maxClaimedSegments(Short.MAX_VALUE)
                .initialToken(StreamableMessageSource::createTailToken)
                .batchSize(settings.batch())
                .claimExtensionThreshold(settings.claimTimeout().toMillis() / 2)
                .tokenClaimInterval(settings.claimTimeout().toMillis() / 2)
                .coordinatorExecutor(name -> scheduled(1, name))
                .workerExecutor(name -> scheduled(settings.segments(), name))
                .build());
    }

    private static ScheduledExecutorService scheduled(int threads, String name) {
        return Executors.newScheduledThreadPool(
                threads, Thread.ofPlatform().daemon().name(name + "-", 0).factory());
    }

    /// Starts the processor after the source of its facts and stops it before.
    private record Running(PooledStreamingEventProcessor processor) implements SmartLifecycle {

        @Override
        public void start() {
            processor.start();
        }

        @Override
        public void stop() {
            processor.shutDown();
        }

        @Override
        public boolean isRunning() {
            return processor.isRunning();
        }

        @Override
        public int getPhase() {
            return LogSource.PHASE + 1;
        }
    }

    /// Axon's word for a transaction, said in Spring's.
    private record SpringTransactions(PlatformTransactionManager manager) implements TransactionManager {

        @Override
        public Transaction startTransaction() {
            var transaction = manager.getTransaction(new DefaultTransactionDefinition());
            return new Transaction() {
                @Override
                public void commit() {
                    if (!transaction.isCompleted()) {
                        manager.commit(transaction);
                    }
                }

                @Override
                public void rollback() {
                    if (!transaction.isCompleted()) {
                        manager.rollback(transaction);
                    }
                }
            };
        }
    }
}
