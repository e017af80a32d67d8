export { type Cluster, createCluster } from './cluster.ts';
export { HOW, hasPostgres, newServer, type PostgresServer, postgres } from './server.ts';
