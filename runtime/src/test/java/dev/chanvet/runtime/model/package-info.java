/**
 * Small random programs, run on the real channels and on a model of Go's rules that explores every
 * interleaving: what the channels do must be among what the model can do.
 */
package dev.chanvet.runtime.model;
