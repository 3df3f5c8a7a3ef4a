/* everybody's */
